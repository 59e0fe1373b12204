import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CommanderError } from 'commander';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { piecesOf } from '../reports/fixtures/read-markdown.fixture.ts';
import { commandLine } from '../scripts/command-line.ts';
import { guideproofArguments } from '../scripts/guideproof-arguments.fixture.ts';
import { docCommands, isSynopsis } from './command-lines.fixture.ts';
import { executedElsewhere, whyNotExecuted } from './executed-elsewhere.fixture.ts';
import { pages, projectFolder } from './pages.fixture.ts';

beforeEach(() => {
  for (const stream of [process.stdout, process.stderr]) vi.spyOn(stream, 'write').mockReturnValue(true);
});
afterEach(() => vi.restoreAllMocks());

const shown = new Set(docCommands.flatMap(({ commands }) => commands));
const textOf = (file: string) => readFileSync(join(projectFolder, file), 'utf8');

/** What commander makes of a command: 7 where it would be done or help is shown, an error where it is not understood. */
const understood = (args: readonly string[]) =>
  commandLine(args, () => 7).catch((error: unknown) => {
    if (error instanceof CommanderError && error.exitCode === 0) return 7;
    throw error;
  });

/** A synopsis with everything said that can be said, each choice by its first word. */
const saidInFull = (synopsis: string) =>
  synopsis.replaceAll(/[[\]]|…|\.\.\./g, '').replaceAll(/(\w+)(?:\|\w+)+/g, '$1');

/** Sentences name commands as well, with options or without. */
const named = [...pages.values()]
  .flatMap((page) => piecesOf(page, 'inlineCode').map(({ value }) => value))
  .filter((text) => /^(?:npx )?guideproof [a-z]+ /.test(text));

const said = [...new Set([...shown, ...named].map(saidInFull))].filter(
  (line) => guideproofArguments(line).length > 0,
);

test.each(said)('%s', async (line) => {
  for (const args of guideproofArguments(line)) expect(await understood(args)).toBe(7);
});

test.each([
  ['guideproof merge out --shard 1/2', "unknown option '--shard'"],
  ['cat hosts.yml | npx guideproof check --inventory /dev/stdin --profile strict > log', 'guide, hardening'],
  ['guideproof audit local', "unknown command 'audit'"],
])('what guideproof does not understand would be found: %s', async (line, message) => {
  const [args = []] = guideproofArguments(line);
  await expect(understood(args)).rejects.toThrow(message);
});

test.each(executedElsewhere)('$command is executed by $test', ({ command, test: file, words }) => {
  expect([...shown]).toContain(command);
  expect(textOf(file)).toContain(words);
});

test('all that no test executes is npm itself, and what needs a registry or a cluster', () => {
  const programs = [...shown].filter(whyNotExecuted).map((command) => command.split(' ', 1).join());
  expect(new Set(programs)).toEqual(new Set(['npm', 'docker', 'kubectl']));
});

test('a synopsis is told from a command', () => {
  expect([...shown].filter(isSynopsis)).toContain('guideproof plan [--guide PATH] [--distro ID,ID] [--json]');
  expect(isSynopsis("guideproof check --limit 'control[0]'")).toBe(false);
});

test('every script of npm that a page names is there', () => {
  const { scripts } = JSON.parse(textOf('package.json')) as { scripts: Record<string, string> };
  const asked = [...pages.values()]
    .flatMap((page) => piecesOf(page, 'code', 'inlineCode').map(({ value }) => value))
    .flatMap((text) => [
      ...text.matchAll(/\bnpm (?:run (?:--silent )?)?((?<=run (?:--silent )?)\S+|test\b)/g),
    ])
    .map(([, name = '']) => name);
  expect(new Set(asked).size).toBeGreaterThan(3);
  expect(asked.filter((name) => scripts[name] === undefined)).toEqual([]);
});
