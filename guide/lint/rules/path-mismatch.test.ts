import { expect, test } from 'vitest';
import { linted } from '../lint-text.fixture.ts';

const found = (text: string) => linted(text, 'path-mismatch');
const from = '/usr/lib/systemd/system/epmd.socket';
const copy = `* Copy the \`\`${from}\`\` file to the \`\`/etc/systemd/system\`\`\n  directory.\n`;
const edit = (path: string) =>
  `* Edit the \`\`${path}\`\` file to contain the following:\n\n  .. code-block:: ini\n\n     [Socket]\n`;
const inOneStep = (...items: string[]) => `1. Do this:\n\n${items.join('\n').replace(/^(?=.)/gm, '   ')}`;
const type = (...commands: string[]) =>
  `* Type:\n\n  .. code-block:: console\n\n${commands.map((command) => `     # ${command}\n`).join('')}`;

test.each(['/etc/systemd/system/epmd.service', '/etc/systemd/epmd.socket', from])(
  'a copy that is not what is then edited is found: %s',
  (path) => {
    expect(found(inOneStep(copy, edit(path)))).toEqual([
      `6 file to be edited: expected /etc/systemd/system/epmd.socket, the copy made on line 3, got ${path}`,
    ]);
  },
);

test('a copy made by a command counts too', () => {
  const made = type(`cp -p ${from} /etc/systemd/system/`);
  expect(found(inOneStep(made, edit('/etc/epmd.socket')))).toEqual([
    '9 file to be edited: expected /etc/systemd/system/epmd.socket, the copy made on line 7, got /etc/epmd.socket',
  ]);
  expect(found(inOneStep(made, edit('/etc/systemd/system/epmd.socket')))).toEqual([]);
});

test('a copy that is edited is fine, and so is a copy for safekeeping', () => {
  expect(found(inOneStep(copy, edit('/etc/hosts'), edit('/etc/systemd/system/epmd.socket')))).toEqual([]);
  const keep = '* Copy the ``/etc/mq/mq.conf`` file to the ``/root/keep`` directory.\n';
  expect(found(inOneStep(keep, edit('/etc/mq/mq.conf')))).toEqual([]);
});

test('prose and block of one step that name a file in two ways are found', () => {
  const expected = '/etc/rabbitmq/rabbitmq.conf, as on line 3';
  const prose = edit('/etc/rabbitmq/rabbitmq.conf');
  expect(found(inOneStep(prose, type('chmod 640 /etc/rabbitmq.conf')))).toEqual([
    `13 expected ${expected}, got /etc/rabbitmq.conf`,
  ]);
  expect(found(inOneStep(prose, type('chmod 640 /etc/rabbitmq/rabbitmg.conf')))).toEqual([
    `13 expected ${expected}, got /etc/rabbitmq/rabbitmg.conf`,
  ]);
});

test('files of other names, in other steps, in one breath or in printed text are none of its business', () => {
  const prose = edit('/etc/rabbitmq/rabbitmq.conf');
  expect(found(inOneStep(prose, type('ls /etc/rabbitmq/rabbitmq.config /var/log/rabbitmq')))).toEqual([]);
  expect(found(inOneStep(prose, type('diff /etc/rabbitmq.conf /etc/rabbitmq/rabbitmq.conf')))).toEqual([]);
  expect(found(inOneStep(prose, `${type('ls')}     /usr/rabbitmq.conf\n`))).toEqual([]);
  expect(
    found(`${inOneStep(prose)}\n2. Look:\n\n   .. code-block:: console\n\n      # ls /etc/rabbitmq.conf\n`),
  ).toEqual([]);
});
