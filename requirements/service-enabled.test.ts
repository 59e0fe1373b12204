import { expect, test } from 'vitest';
import { guideExpectations as expected } from './expectations.ts';
import { fakeController, unit } from './fake-controller.fixture.ts';
import { serviceEnabled } from './service-enabled.ts';

const audit = (file: string, load = 'loaded', reload = 'no') =>
  serviceEnabled.audit(
    fakeController({ systemctl: unit(load, 'active', 'running', file, reload) }),
    expected,
  );

test('passes when the unit is enabled', async () => {
  expect(await audit('enabled')).toMatchObject({ outcome: 'pass', severity: 'error' });
});

test.each([
  'disabled',
  'enabled-runtime',
  'linked',
  'linked-runtime',
  'masked',
  'masked-runtime',
  'transient',
])('fails when the unit file state is %s', async (file) => {
  const judgement = await audit(file);
  expect(judgement).toMatchObject({ outcome: 'fail', actual: expect.stringContaining(` is ${file}`) });
  expect(judgement.fix).toMatch(/systemctl enable rabbitmq-server\.service$/);
  expect(judgement.fix?.includes('unmask')).toBe(file.startsWith('masked'));
});

test('fails when systemd does not know the unit', async () => {
  expect(await audit('', 'not-found')).toMatchObject({
    outcome: 'fail',
    actual: expect.stringContaining('no '),
  });
});

test.each(['static', 'alias', 'indirect', 'generated', 'bad', ''])(
  'could not check when the unit file state is %j',
  async (file) => {
    const judgement = await audit(file);
    expect(judgement).toMatchObject({
      outcome: 'could-not-check',
      reason: expect.stringContaining(`"${file}"`),
    });
  },
);

test('does not believe “enabled” of a unit whose file went since systemd read it', async () => {
  const judgement = await audit('enabled', 'loaded', 'yes');
  expect(judgement).toMatchObject({
    outcome: 'could-not-check',
    reason: expect.stringContaining('daemon-reload'),
  });
});
