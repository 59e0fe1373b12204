import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Report } from '../model/report.ts';
import { renderFiles } from '../reports/index.ts';
import type { ReportInput } from '../reports/report-input.ts';
import { renderTerminal } from '../reports/terminal.ts';
import type { TerminalOptions } from '../reports/terminal-options.ts';
import { judge } from '../reports/verdict.ts';
import { readSources } from './read-sources.ts';
import { repositoryRoot } from './repository-root.ts';
import { tellGithub, withoutCommands } from './tell-github.ts';
import type { VerifyOptions } from './verify-options.ts';

/** Where reports go and what they look like; `exitCode` is that of a run that ended otherwise than by its findings. */
export type PublishOptions = Pick<VerifyOptions, 'out' | 'failOn' | 'junit'> &
  Pick<ReportInput, 'chapter'> &
  Pick<TerminalOptions, 'exitCode'>;

/**
 * Prints the summary, writes all reports into the `out` folder, says where they are, and tells GitHub Actions where it runs
 * there.
 * @returns the exit code that the findings call for.
 * @throws Error when a report cannot be written; the summary has been printed then.
 */
export async function publish(
  report: Report,
  transcripts: ReportInput['transcripts'],
  options: PublishOptions,
  summarise: (report: Report, options: TerminalOptions) => string = renderTerminal,
): Promise<number> {
  const { out, failOn, exitCode } = options;
  const { stdout, env } = process;
  const colour = stdout.isTTY && !env.NO_COLOR;
  const summary = summarise(report, {
    colour,
    width: stdout.columns ?? 100,
    failOn,
    ...(exitCode !== undefined && { exitCode }),
  });
  stdout.write(withoutCommands(summary, env));
  const input = await inputOf(report, transcripts, options);
  const paths: string[] = [];
  for (const [file, text] of renderFiles(input)) paths.push(writeInto(join(out, file), text));
  stdout.write(
    `\nReports (open report.html first; docs/reports.md tells of all):\n${paths.map((path) => `  ${path}\n`).join('')}`,
  );
  await tellGithub(input, env, (text) => stdout.write(text));
  return judge(report, failOn).exitCode;
}

async function inputOf(
  report: Report,
  transcripts: ReportInput['transcripts'],
  { junit, failOn, chapter }: PublishOptions,
): Promise<ReportInput> {
  const cwd = process.cwd();
  const root = repositoryRoot(cwd);
  return {
    report,
    transcripts,
    sources: await readSources(report),
    ...(chapter && { chapter }),
    options: { junit, failOn, ...(root !== undefined && { repository: { root, cwd } }) },
  };
}

// At once, since nothing else is left to do meanwhile, and no text outlives its writing.
function writeInto(path: string, text: string): string {
  try {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
    return path;
  } catch (cause) {
    throw new Error(`cannot write ${path}: ${(cause as Error).message}`, { cause });
  }
}
