import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { commandLine } from './command-line.ts';
import { cliCommands } from './commands/index.ts';

const told: string[] = [];

beforeEach(() => {
  told.length = 0;
  for (const stream of [process.stdout, process.stderr])
    vi.spyOn(stream, 'write').mockImplementation((text) => told.push(String(text)) > 0);
});
afterEach(() => vi.restoreAllMocks());

const read = async (line: string) => {
  let options: Record<string, unknown> = {};
  await commandLine(line.split(' '), (_asked, command) => {
    options = command.opts();
    return 0;
  });
  return options;
};

test('a command line can be read without being done', async () => {
  expect(await read('verify --shard 2/3 --distro debian-12,debian-13 --fail-on warning')).toMatchObject({
    shard: { part: 2, parts: 3 },
    distro: ['debian-12', 'debian-13'],
    failOn: 'warning',
    out: 'out',
    junit: 'rich',
  });
});

test('the exit code is that of what was done', async () => {
  expect(await commandLine(['doctor'], () => 2)).toBe(2);
});

test.each([
  ['verify --shard 3/2', 'Expected I/N with I from 1 to N, got "3/2"'],
  ['verify --shard 0/2', 'got "0/2"'],
  ['verify --distro debian-12,', 'Expected ids separated by commas, got "debian-12,"'],
  ['verify --jobs 0', 'Expected a whole number from 1, got "0"'],
  ['lint --fail-on info', 'error, warning, never'],
  ['verfy', "unknown command 'verfy'"],
])('%s is refused with what was expected', async (line, message) => {
  await expect(read(line)).rejects.toThrow(message);
});

test('the help names every command', async () => {
  await expect(read('--help')).rejects.toThrow('(outputHelp)');
  const help = told.join('');
  expect(help.match(/^ {2}[a-z]+ /gm)).toHaveLength(cliCommands.length + 1);
});

test('a patch of the guide is not made from a part of the distributions', async () => {
  await expect(commandLine('verify --suggest --shard 1/2'.split(' '))).rejects.toThrow(
    'expected either --suggest or --shard, got both',
  );
});
