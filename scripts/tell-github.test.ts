import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { commandsIn } from '../reports/fixtures/github-runner.fixture.ts';
import { sampleInput } from '../reports/fixtures/sample-report.fixture.ts';
import { tellGithub, withoutCommands } from './tell-github.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tell-github-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function told(env: Record<string, string>): Promise<string> {
  const printed: string[] = [];
  await tellGithub(sampleInput(), env, (text) => printed.push(text));
  return printed.join('');
}

test('outside of GitHub Actions nothing is printed or written', async () => {
  const file = join(folder, 'untouched.md');
  expect(await told({ GITHUB_STEP_SUMMARY: file })).toBe('');
  await expect(readFile(file)).rejects.toThrow('ENOENT');
});

test('in GitHub Actions there are annotations, and the summary follows what the step has written before', async () => {
  const file = join(folder, 'summary.md');
  await writeFile(file, 'Before.\n\n');
  const printed = await told({ GITHUB_ACTIONS: 'true', GITHUB_STEP_SUMMARY: file });
  expect(commandsIn(printed).map(({ name }) => name)).toEqual(['error', 'error', 'error', 'warning']);
  expect(await readFile(file, 'utf8')).toMatch(
    /^Before\.\n\n## guideproof verify: `guide\/message-queue\.rst`\n/,
  );
});

test('a summary that is full already stays as it is, and one that cannot be written is said', async () => {
  const file = join(folder, 'full.md');
  await writeFile(file, 'x'.repeat(1024 * 1024 - 10));
  await told({ GITHUB_ACTIONS: 'true', GITHUB_STEP_SUMMARY: file });
  expect((await readFile(file)).length).toBe(1024 * 1024 - 10);
  await expect(told({ GITHUB_ACTIONS: 'true', GITHUB_STEP_SUMMARY: folder })).rejects.toThrow(
    `cannot write the summary for GitHub to ${folder}`,
  );
});

test('what a guide says is printed and not obeyed, and what follows is obeyed again', () => {
  const text = 'why  x\n  ::add-path::/tmp\n##[add-mask]y\n::stop-commands::z\n::z::\n::error::no';
  const env = { GITHUB_ACTIONS: 'true' };
  expect(commandsIn(text)).not.toEqual([]);
  expect(commandsIn(`${withoutCommands(text, env)}::error::yes`)).toEqual([
    { name: 'error', properties: {}, data: 'yes' },
  ]);
  expect(withoutCommands(text, {})).toBe(text);
});
