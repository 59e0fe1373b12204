import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Report } from '../model/report.ts';
import { renderFiles } from '../reports/index.ts';
import type { ReportInput } from '../reports/report-input.ts';
import { renderTerminal } from '../reports/terminal.ts';
import type { TerminalOptions } from '../reports/terminal-options.ts';
import { judge } from '../reports/verdict.ts';
import type { VerifyOptions } from './verify-options.ts';

/**
 * Writes all reports into the `out` folder, prints the summary and where the reports are.
 * @returns the exit code that the findings call for.
 */
export async function publish(
  report: Report,
  transcripts: ReportInput['transcripts'],
  options: Pick<VerifyOptions, 'out' | 'failOn' | 'junit'>,
  summarise: (report: Report, options: TerminalOptions) => string = renderTerminal,
): Promise<number> {
  const { out, failOn, junit } = options;
  const files = renderFiles({ report, transcripts, options: { junit, failOn } });
  await Promise.all([...files].map(([file, text]) => writeInto(join(out, file), text)));
  const { stdout } = process;
  const colour = stdout.isTTY && !process.env.NO_COLOR;
  stdout.write(summarise(report, { colour, width: stdout.columns ?? 100, failOn }));
  const paths = [...files.keys()].map((file) => `  ${join(out, file)}`);
  stdout.write(`\nReports (docs/reports.md says how to read them):\n${paths.join('\n')}\n`);
  return judge(report, failOn).exitCode;
}

async function writeInto(path: string, text: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, text);
}
