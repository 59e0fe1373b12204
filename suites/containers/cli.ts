import { type ChildProcess, spawn } from 'node:child_process';
import { mkdir, mkdtemp, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Finding } from '../../model/finding.ts';
import type { Report } from '../../model/report.ts';
import { parseReport } from '../../reports/parse-report.ts';

const program = createRequire(import.meta.url).resolve('#package/dist/scripts/guideproof.js');
/** Kept, so that a failed test can be looked into. */
const runsFolder = join(dirname(program), '../../out/tests/runs');

/** The command as a user starts it, in a process of its own. */
export interface CliRun {
  readonly child: ChildProcess;
  /** The folder given as `--out`. */
  readonly out: string;
  /** Everything printed so far, both streams. */
  readonly printed: () => string;
  /** Resolves once the text was printed; rejects when the command ends without it. */
  readonly sees: (text: string) => Promise<void>;
  readonly ended: Promise<CliEnd>;
}

export interface CliEnd {
  readonly pid: number | undefined;
  /** The folder given as `--out`. */
  readonly out: string;
  readonly exitCode: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Starts `guideproof` with arguments; `--out` is a folder of its own. */
export async function startCli(args: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<CliRun> {
  await mkdir(runsFolder, { recursive: true });
  const out = await mkdtemp(join(runsFolder, 'run-'));
  const outArgs = ['verify', 'ablate', 'check'].includes(args[0] ?? '') ? ['--out', out] : [];
  const child = spawn(process.execPath, [program, ...args, ...outArgs], {
    env: { ...process.env, CI: '1', ...env },
  });
  const [stdout, stderr]: [string[], string[]] = [[], []];
  child.stdout.setEncoding('utf8').on('data', (text: string) => stdout.push(text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr.push(text);
    process.stderr.write(text);
  });
  const printed = (): string => stdout.join('') + stderr.join('');
  const ended = new Promise<CliEnd>((resolve) => {
    child.on('close', (exitCode) =>
      resolve({ pid: child.pid, out, exitCode, stdout: stdout.join(''), stderr: stderr.join('') }),
    );
  });
  const sees = (text: string): Promise<void> =>
    new Promise((resolve, reject) => {
      const look = (): void => {
        if (printed().includes(text)) resolve();
      };
      for (const stream of [child.stdout, child.stderr]) stream.on('data', look);
      void ended.then(() => reject(new Error(`expected "${text}" to be printed, got:\n${printed()}`)));
      look();
    });
  return { child, out, printed, sees, ended };
}

/** Runs `guideproof` to its end. */
export async function runCli(args: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<CliEnd> {
  return (await startCli(args, env)).ended;
}

/** What a run wrote into its findings.json. */
export async function readFindings(out: string): Promise<Report> {
  const file = join(out, 'findings.json');
  return parseReport(await readFile(file, 'utf8'), file);
}

/** Findings of one target by id. */
export function byId(report: Report, target: string): ReadonlyMap<string, Finding> {
  return new Map(
    report.findings.filter((finding) => finding.target === target).map((finding) => [finding.id, finding]),
  );
}
