import { expect, test } from 'vitest';
import { linted } from '../lint-text.fixture.ts';

const found = (command: string, only = '') =>
  linted(
    `1. Add the user:

   .. code-block:: console

      # ${command}
${only}
   Replace \`\`RABBIT_PASS\`\` with a password.
`,
    'replaceable-unused',
  );

const expected = 'expected a command or a file in which it stands, got none';

test('a value that is explained and stands nowhere is found, for those who find it nowhere', () => {
  expect(found('rabbitmqctl add_user openstack RABBIT_PASSWORD')).toEqual([`7 RABBIT_PASS: ${expected}`]);
  const elsewhere = '\n   .. only:: rdo\n\n      .. code-block:: console\n\n         # echo RABBIT_PASS\n';
  expect(found('rabbitmqctl list_users', elsewhere)).toEqual([
    `13 RABBIT_PASS (for ubuntu, debian, obs): ${expected}`,
  ]);
});

test('a value that is used is fine', () => {
  expect(found('rabbitmqctl add_user openstack RABBIT_PASS')).toEqual([]);
});
