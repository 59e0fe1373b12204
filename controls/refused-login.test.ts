import { expect, test } from 'vitest';
import type { Refusal } from '../access/amqp-refusal.ts';
import { fakeSite } from './control-site.fixture.ts';
import { wrongPassword } from './wrong-password.ts';
import { wrongVhost } from './wrong-vhost.ts';

const site = fakeSite({});

function no(over: Partial<Refusal>) {
  return { ok: false, refusal: { kind: 'refused', during: 'login', text: 'no', ...over } } as const;
}

test.each([
  [wrongPassword.id, wrongPassword, 403, 530],
  [wrongVhost.id, wrongVhost, 530, 403],
] as const)('%s passes with its own refusal and no other', (_id, control, right, wrong) => {
  expect(control.judge(no({ code: right }), site)).toMatchObject({ outcome: 'pass' });
  expect(control.judge(no({ code: wrong }), site)).toMatchObject({
    outcome: 'fail',
    actual: `${wrong} no (login)`,
  });
});

test.each([wrongPassword, wrongVhost])('$id fails when the login is let in', (control) => {
  expect(control.judge({ ok: true, value: undefined }, site)).toMatchObject({
    outcome: 'fail',
    actual: 'the broker let it in',
    fix: expect.stringContaining('rabbitmqctl'),
  });
});

test('a broker that cannot be reached refuses nobody', async () => {
  expect(await wrongPassword.prove(site)).toMatchObject({
    outcome: 'could-not-check',
    reason: 'connection refused (login)',
  });
});
