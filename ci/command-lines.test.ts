import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { reportFormats } from '../reports/index.ts';
import { commandLine } from '../scripts/command-line.ts';
import { guideproofArguments } from '../scripts/guideproof-arguments.fixture.ts';
import { tool } from '../scripts/tool.ts';
import { ciFile, ciFiles } from './ci-files.fixture.ts';

beforeEach(() => {
  vi.spyOn(process.stderr, 'write').mockReturnValue(true);
});
afterEach(() => vi.restoreAllMocks());

// What CI systems, shells and templates put in place of a name; one that is not here fails its test.
const values = new Map([
  ['CI_NODE_INDEX', '2'],
  ['CI_NODE_TOTAL', '3'],
  ['COUNT', '10'],
  ['CREDENTIALS_DIRECTORY', '/run/credentials/guideproof-audit.service'],
  ['DISTRIBUTION', 'debian-12'],
  ['GUIDE', 'doc/install-guide/source/environment-messaging.rst'],
  ['SHARDS', '10'],
  ['guideproof_distro', 'debian-12,debian-13'],
  ['guideproof_guide', 'doc/install-guide/source/environment-messaging.rst'],
  ['part', '10'],
]);

function filled(text: string): string {
  return text.replace(/\{\{ (\w+) \}\}|\$\{(\w+)\}|\$(\w+)/g, (whole, ...names: (string | undefined)[]) => {
    const value = values.get(names.slice(0, 3).find((name) => name !== undefined) ?? '');
    if (value === undefined) throw new Error(`expected a value for ${whole}, got none`);
    return value;
  });
}

function commandLinesIn(text: string): readonly string[] {
  return text
    .split('\n')
    .filter((line) => !/^\s*#/.test(line))
    .flatMap((line) => /(?:^|[\s/])(guideproof [a-z]+(?: .*)?)$/.exec(line)?.[1] ?? []);
}

const argumentsOf = (line: string) => guideproofArguments(filled(line)).flat();

const lines = [...ciFiles].flatMap(([file, text]) =>
  commandLinesIn(text).map((line) => [file, line] as const),
);

test.each(lines)('%s: %s', async (_file, line) => {
  expect(await commandLine(argumentsOf(line), () => 7)).toBe(7);
});

test('a line that guideproof does not understand would be found', async () => {
  const [line = ''] = commandLinesIn('  run: guideproof merge "$COUNT" --shard "$COUNT"\n');
  await expect(commandLine(argumentsOf(line), () => 7)).rejects.toThrow("unknown option '--shard'");
});

test('every file that runs guideproof has been read', () => {
  const bySystem = /^(?:github-actions|gitlab-ci|zuul.*run|kubernetes.*job|systemd.*service)/;
  const running = [...ciFiles.keys()].filter((file) => bySystem.test(file) && !file.includes('zuul.d'));
  expect(new Set(lines.map(([file]) => file))).toEqual(new Set(running));
});

test('every report that is handed on is one that is written', () => {
  const written = reportFormats.map(({ file }) => file);
  const named = [...ciFiles.values()].flatMap((text) =>
    [...text.matchAll(/(?:\bout|url: guideproof)\/([\w-]+\.\w+)/g)].map(([, file]) => file),
  );
  expect(new Set(named)).toEqual(
    new Set([
      'guideproof.sarif',
      'junit.xml',
      'gl-code-quality.json',
      'zuul-file-comments.json',
      'report.html',
    ]),
  );
  expect(written).toEqual(expect.arrayContaining(named));
});

test('the version that is installed is this one', () => {
  const versions = [...ciFiles.values()].flatMap((text) => text.match(/guideproof[@:](?=\d)[\w.-]+/g) ?? []);
  expect(new Set(versions)).toEqual(new Set([`guideproof@${tool.version}`, `guideproof:${tool.version}`]));
});

test('as many shards are merged as there are', () => {
  const numbers = (file: string, pattern: RegExp) =>
    [...ciFile(file).matchAll(pattern)].map(([, number]) => Number(number));
  expect(numbers('gitlab-ci.yml', /(?:parallel:|--shards) (\d+)/g)).toEqual([3, 3]);
  expect(numbers('kubernetes/check-job.yaml', /(?:completions|parallelism|value): "?(\d+)/g)).toEqual([
    10, 10, 10,
  ]);
  expect(numbers('kubernetes/merge-job.yaml', /--shards (\d+)/g)).toEqual([10]);
});
