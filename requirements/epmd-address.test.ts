import { expect, test } from 'vitest';
import { epmdAddress } from './epmd-address.ts';
import { guideExpectations } from './expectations.ts';
import { captured, fakeController } from './fake-controller.fixture.ts';

const expected = { ...guideExpectations, epmdAddress: '10.0.0.11' };
const header = '  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid\n';
const sockets = (...locals: readonly string[]) => ({
  stdout:
    header +
    locals
      .map((local) => `   0: ${local} 00000000:0000 0A 00000000:00000000 00:00000000 00000000 0\n`)
      .join(''),
});
const audit = (cat: { stdout: string }) => epmdAddress.audit(fakeController({ cat }), expected);

test('passes on the management address, beside loopback', async () => {
  expect(await audit(sockets('0100007F:1111', '0B00000A:1111'))).toMatchObject({
    outcome: 'pass',
    actual: 'listening on 10.0.0.11, 127.0.0.1',
  });
});

test('passes on every address', async () => {
  expect(await audit({ stdout: captured('sockets-everywhere.txt') })).toMatchObject({ outcome: 'pass' });
  expect(await audit(sockets('00000000:1111'))).toMatchObject({ outcome: 'pass' });
});

test('fails on loopback alone, as openSUSE has it by nature', async () => {
  expect(await audit(sockets('0100007F:1111', '0B00000A:1628'))).toMatchObject({
    outcome: 'fail',
    severity: 'error',
    expected: 'epmd on 10.0.0.11:4369, or on every address',
    actual: 'listening only on 127.0.0.1',
    fix: expect.stringContaining('daemon-reload'),
  });
});

test('fails where no port mapper runs', async () => {
  expect(await audit(sockets())).toMatchObject({ outcome: 'fail', actual: 'nothing listens on port 4369' });
});

test('is not asked, nor read, where no remedy was carried out', async () => {
  const controller = fakeController();
  expect(await epmdAddress.audit(controller, guideExpectations)).toMatchObject({
    outcome: 'not-applicable',
    reason: 'the guide’s remedy for nodedown was not carried out',
  });
  expect(controller.performed).toEqual([]);
});

test('could not check when the tables cannot be read', async () => {
  expect(await audit({ stdout: '' })).toMatchObject({ outcome: 'could-not-check' });
});
