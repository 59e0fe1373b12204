import { expect, test } from 'vitest';
import { linted, lintFiles } from '../lint-text.fixture.ts';

const found = (text: string) => linted(text, 'sibling-step');
const step = (number: number, title: string, command: string) =>
  `${number}. ${title}:\n\n   .. code-block:: console\n\n      # ${command}\n\n`;
const only = (tags: string, text: string) => `.. only:: ${tags}\n\n${text.replace(/^(?=.)/gm, '   ')}`;

const add = step(2, 'Add the user', 'rabbitmqctl add_user openstack x');
const permit = step(3, 'Permit access', 'rabbitmqctl set_permissions openstack ".*" ".*" ".*"');
const install = step(1, 'Install it', 'apt install rabbitmq-server');

test('a step that a distribution has and its sibling lacks is found, either way round', () => {
  expect(found(`${install}${only('ubuntu', add)}`)).toEqual([
    '9 step “Add the user” (for ubuntu): expected one like it for debian, got none',
  ]);
  expect(found(`${install}${only('debian or obs', add)}`)).toEqual([
    '9 step “Add the user” (for debian): expected one like it for ubuntu, got none',
    '9 step “Add the user” (for obs): expected one like it for rdo, got none',
  ]);
});

test('siblings in files of their own are compared too', () => {
  const files = {
    'environment-messaging-ubuntu.rst': `${install}${add}${permit}`,
    'environment-messaging-debian.rst': `${install}${add}`,
    'environment-messaging-rdo.rst': install.replace('apt', 'dnf'),
  };
  expect(lintFiles(files).map(({ where, message }) => `${where.file}:${where.line} ${message}`)).toEqual([
    'environment-messaging-ubuntu.rst:13 step “Permit access”: expected one like it for debian, got none',
  ]);
});

test('nothing is said of a sibling that could not be read whole', () => {
  const files = {
    'environment-messaging-ubuntu.rst': `${install}${add}`,
    'environment-messaging-debian.rst': `${install}.. only::\n`,
  };
  expect(lintFiles(files).map(({ rule }) => rule)).toEqual(['malformed']);
});

test('the same done in other words, with other tools or in another order is fine', () => {
  const other = step(2, 'Create an account', 'sudo rabbitmqctl --node here add_user openstack x');
  expect(found(`${install}${only('rdo', add)}${only('not rdo', other)}`)).toEqual([]);
  const start = [
    step(2, 'Start it', 'systemctl start rabbitmq-server'),
    step(2, 'Switch it on', 'service rabbitmq-server start'),
  ];
  expect(found(`${install}${only('rdo', start[0] ?? '')}${only('obs', start[1] ?? '')}`)).toEqual([]);
  expect(found(`${install}${only('rdo', add + permit)}${only('obs', permit + add)}`)).toEqual([]);
});

test('a file that has another place on the sibling is fine', () => {
  const edit = (path: string) =>
    `2. Edit the \`\`${path}\`\` file:\n\n   .. code-block:: ini\n\n      a = b\n`;
  const text = `${install}${only('ubuntu', edit('/etc/mq/1.conf'))}\n${only('debian', edit('/etc/mq.conf'))}`;
  expect(found(text)).toEqual([]);
});

test('a remedy, or a remark, that only one sibling needs is fine', () => {
  const remedy =
    '2. In case it returns a ``nodedown`` error, perform the following actions:\n\n   * Start the broker service.\n';
  expect(found(`${install}${only('obs', remedy)}`)).toEqual([]);
  expect(found(`${install}${only('obs', '2. It is fast.\n')}`)).toEqual([]);
});
