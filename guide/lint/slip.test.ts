import { expect, test } from 'vitest';
import { isSlip } from './slip.ts';

test.each([
  ['epmd.socket', 'epmd.sockt', true],
  ['epmd.socket', 'epmd.sockets', true],
  ['epmd.socket', 'empd.socket', true],
  ['epmd.socket', 'epmd.sacket', true],
  ['epmd.socket', 'epmd.socket', false],
  ['epmd.socket', 'epmd.service', false],
  ['rabbitmq.conf', 'rabbitmq.config', false],
  ['node1.conf', 'node2.conf', false],
  ['node.conf', 'node2.conf', false],
  ['a.sh', 'b.sh', false],
])('%s and %s: %s', (one, other, slip) => {
  expect([isSlip(one, other), isSlip(other, one)]).toEqual([slip, slip]);
});
