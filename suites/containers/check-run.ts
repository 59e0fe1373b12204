import { chmod, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { $ } from 'zx';
import type { Finding } from '../../model/finding.ts';
import { type CliEnd, readFindings, startCli } from './cli.ts';

/** What one `guideproof check` of one controller came to. */
export interface CheckRun extends CliEnd {
  readonly findings: ReadonlyMap<string, Finding>;
  readonly fails: readonly string[];
  readonly unchecked: readonly string[];
  /** What the report says was done on the machine. */
  readonly performed: readonly string[];
  /** The arguments of every `docker` and `ssh` that was started, the program's name first. */
  readonly calls: readonly (readonly string[])[];
  /** Everything that was printed or written, by the name of the stream or file. */
  readonly texts: ReadonlyMap<string, string>;
}

/** Runs `guideproof check` and sees what it starts. */
export async function runCheck(args: readonly string[], password: string): Promise<CheckRun> {
  await using watch = await watchPrograms('docker', 'ssh');
  const env = { PATH: `${watch.folder}:${process.env.PATH}`, GUIDEPROOF_PASSWORD: password };
  const run = await startCli(['check', ...args], env);
  const end = await run.ended;
  if (![0, 1, 2].includes(end.exitCode ?? -1)) throw new Error(`expected a report, got:\n${end.stderr}`);
  const report = await readFindings(run.out);
  const having = (outcome: Finding['outcome']) =>
    report.findings.filter((finding) => finding.outcome === outcome).map(({ id }) => id);
  return {
    ...end,
    findings: new Map(report.findings.map((finding) => [finding.id, finding])),
    fails: having('fail').sort(),
    unchecked: having('could-not-check').sort(),
    performed: report.targets.flatMap(({ performed = [] }) => performed),
    calls: await watch.calls(),
    texts: new Map([...(await textsIn(run.out)), ['stdout', end.stdout], ['stderr', end.stderr]]),
  };
}

async function textsIn(folder: string): Promise<readonly (readonly [string, string])[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name));
  return Promise.all(paths.map(async (path) => [path, await readFile(path, 'utf8')] as const));
}

/** Puts programs before those of the PATH that note their arguments and hand over. */
async function watchPrograms(...programs: readonly string[]) {
  const folder = await mkdtemp(join(tmpdir(), 'guideproof-watch-'));
  const notes = join(folder, 'notes');
  await mkdir(notes);
  for (const program of programs) {
    const real = (await $({ quiet: true })`command -v ${program}`).stdout.trim();
    const note = `printf '%s\\0' ${program} "$@" > ${notes}/$$`;
    await writeFile(join(folder, program), `#!/bin/sh\n${note}\nexec ${real} "$@"\n`);
    await chmod(join(folder, program), 0o755);
  }
  return {
    folder,
    calls: async () => {
      const texts = await textsIn(notes);
      return texts.map(([, text]) => text.split('\0').slice(0, -1));
    },
    [Symbol.asyncDispose]: () => rm(folder, { recursive: true }),
  };
}

/**
 * The command lines that ran on a machine, as a shell there took them apart: those that shared a shell one by one.
 * @throws Error for a call of the engine's or ssh's that is known to do something else.
 */
export async function ranOnMachine(calls: CheckRun['calls']): Promise<readonly (readonly string[])[]> {
  const ran = calls.map(([program, ...args]) => {
    if (program === 'docker' && args[0] === 'exec') return [args.slice(args.indexOf('0') + 2)];
    if (
      program === 'docker' &&
      /^(?:context )?inspect$/.test(args.slice(0, args[0] === 'context' ? 2 : 1).join(' '))
    )
      return [];
    if (program === 'ssh' && (args.includes('-O') || args.includes('-G') || args.includes('-N'))) return [];
    if (program === 'ssh') return words(args.at(-1) ?? '');
    throw new Error(`expected a known call, got ${[program, ...args].join(' ')}`);
  });
  const apart = await Promise.all((await Promise.all(ran)).flat().map(unshared));
  return apart.flat();
}

/** Commands that were asked for at once share a shell, which prints a mark after each. */
async function unshared(argv: readonly string[]): Promise<readonly (readonly string[])[]> {
  const [shell, option, script = ''] = argv;
  if (shell !== 'sh' || option !== '-c' || !script.startsWith('m() {')) return [argv];
  const lines =
    script
      .split('; m 0; ')[1]
      ?.split(/ <\/dev\/null; m \$\?(?:; )?/)
      .filter((line) => line !== '') ?? [];
  return (await Promise.all(lines.map(words))).flat();
}

async function words(line: string): Promise<readonly (readonly string[])[]> {
  const { stdout } = await $({ quiet: true })`sh -c ${`printf '%s\\0' ${line}`}`;
  return [stdout.split('\0').slice(0, -1)];
}
