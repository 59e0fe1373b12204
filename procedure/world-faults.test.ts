import { expect, test } from 'vitest';
import { worldFault } from './world-faults.ts';

test('a mirror that cannot be reached is not the guide’s fault', () => {
  expect(
    worldFault('apt-get install rabbitmq-server', "Err:1 Temporary failure resolving 'deb.debian.org'"),
  ).toContain('resolved');
});

test('a full disk is nobody’s fault either, whatever the command', () => {
  expect(worldFault('rabbitmqctl add_user a b', 'write: No space left on device')).toBe('the disk is full');
});

test('a package that does not exist is the guide’s fault', () => {
  expect(worldFault('apt-get install rabitmq', 'E: Unable to locate package rabitmq')).toBeUndefined();
});

test('a refused connection of the broker is not a mirror', () => {
  expect(worldFault('rabbitmqctl status', 'Connection refused')).toBeUndefined();
});
