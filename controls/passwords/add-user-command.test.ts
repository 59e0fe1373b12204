import { expect, test } from 'vitest';
import { locateGuide } from '../../guide/locate-guide.ts';
import { readGuide } from '../../guide/read-guide.ts';
import type { Procedure } from '../../model/procedure.ts';
import { addUserCommand } from './add-user-command.ts';

const bundled = readGuide(locateGuide(undefined, 'debian'), 'debian');

function withCommand(command: string): Procedure {
  const where = { file: 'chapter.rst', line: 3 };
  const action = { kind: 'command', id: 'step.1.1', text: command, command, prompt: '#', where } as const;
  return { ...bundled, steps: [{ number: 1, title: 'Add', where, actions: [action] }] };
}

test("the bundled chapter's command takes another name and a password, nothing else changes", () => {
  const command = addUserCommand(bundled);
  expect(command).toMatchObject({ user: 'openstack', where: { line: 93 } });
  expect(command?.typed('openstack-dollar', "$&$'")).toBe("rabbitmqctl add_user openstack-dollar $&$'");
});

test('what the guide writes around it stays as it is', () => {
  const command = addUserCommand(withCommand('rabbitmqctl -q add_user openstack "MQ_PASS" && true'));
  expect(command?.typed('other', 'a b')).toBe('rabbitmqctl -q add_user other "a b" && true');
});

test('a guide that writes the password out leaves none to its reader', () => {
  expect(addUserCommand(withCommand('rabbitmqctl add_user openstack secret'))).toBeUndefined();
});

test('a guide without the command has none', () => {
  expect(addUserCommand(withCommand('apt-get install rabbitmq-server'))).toBeUndefined();
});
