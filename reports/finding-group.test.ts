import { expect, test } from 'vitest';
import { groupOf } from './finding-group.ts';

test.each([
  ['step.1.1', 'step'],
  ['remedy.2.1', 'step'],
  ['output.2.1', 'output'],
  ['access.login', 'access'],
  ['control.wrong-vhost', 'access'],
  ['boot.persistent', 'requirement'],
  ['tls.listener', 'requirement'],
  ['constructor', 'requirement'],
])('%s belongs to %s', (id, group) => {
  expect(groupOf(id)).toBe(group);
});
