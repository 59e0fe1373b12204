import { expect, test } from 'vitest';
import { readCommands } from './read-commands.ts';

const hostile = [
  '; rm -rf /',
  '$(reboot)',
  '-V',
  '--root=/',
  'a\nb',
  'rabbitmq-server\n',
  '',
  '*',
  'a b',
  '../x',
  "a'",
];

test.each(hostile)('refuses the argument %j', (value) => {
  expect(() => readCommands.debianPackage(value)).toThrow(RangeError);
  expect(() => readCommands.rpmPackage(value)).toThrow('expected a package name');
  expect(() => readCommands.unit(value)).toThrow('expected a unit name');
  expect(() => readCommands.unit(`${value}.service\n`)).toThrow(RangeError);
});

test.each(['rabbitmq-server.target', 'a@b.service', '-a.service', 'rabbitmq-server'])(
  'refuses the unit %j',
  (name) => {
    expect(() => readCommands.unit(name)).toThrow(JSON.stringify(name));
  },
);

test('takes the names that the guide uses, as one argument each', () => {
  expect(readCommands.debianPackage('rabbitmq-server').argv.at(-1)).toBe('rabbitmq-server');
  expect(readCommands.rpmPackage('rabbitmq-server').argv.at(-1)).toBe('rabbitmq-server');
  expect(readCommands.unit('rabbitmq-server.service').argv.at(-1)).toBe('rabbitmq-server.service');
});

test('a command cannot be altered after it was made', () => {
  const argv = readCommands.rabbitDefinitions().argv as string[];
  expect(() => argv.push('/etc/passwd')).toThrow(TypeError);
});

test('rabbitmqctl writes no file and gives up before the transport does', () => {
  const { argv, timeoutMs } = readCommands.rabbitDefinitions();
  expect(argv.at(-1)).toBe('-');
  const [, seconds] = /--timeout (\d+)/.exec(argv.join(' ')) ?? [];
  expect(Number(seconds) * 1000).toBeLessThan(timeoutMs);
});

test('takes a process id from systemd, and nothing else', () => {
  expect(readCommands.processLimits('39').argv).toEqual(['cat', '/proc/39/limits']);
  for (const pid of ['0', '', '1/../2', '-1', '39\n', 'self']) {
    expect(() => readCommands.processLimits(pid)).toThrow('expected a process id');
  }
});
