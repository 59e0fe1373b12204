import { randomUUID } from 'node:crypto';
import { appendFile, stat } from 'node:fs/promises';
import { renderAnnotations } from '../reports/github/annotations.ts';
import { renderStepSummary } from '../reports/github/step-summary.ts';
import type { ReportInput } from '../reports/report-input.ts';

/** What GitHub Actions puts into the environment of a step; each is absent elsewhere. */
export interface GithubEnvironment {
  readonly GITHUB_ACTIONS?: string | undefined;
  /** The file whose Markdown becomes the summary of the step. */
  readonly GITHUB_STEP_SUMMARY?: string | undefined;
}

// GitHub takes no summary of a step that is larger.
const summaryLimit = 1024 * 1024;

/**
 * Tells GitHub Actions of a run: annotations through `write`, and `report.md` at the end of the step's summary. Elsewhere
 * nothing is done.
 * @throws Error when the summary's file cannot be written.
 */
export async function tellGithub(
  input: ReportInput,
  env: GithubEnvironment,
  write: (text: string) => void,
): Promise<void> {
  if (env.GITHUB_ACTIONS !== 'true') return;
  write(renderAnnotations(input));
  const file = env.GITHUB_STEP_SUMMARY;
  if (!file) return;
  try {
    await appendFile(file, renderStepSummary(input, summaryLimit - (await sizeOf(file))));
  } catch (cause) {
    throw new Error(`cannot write the summary for GitHub to ${file}: ${(cause as Error).message}`, { cause });
  }
}

/**
 * A text that is going to be printed, in which GitHub's runner looks for no commands: what a guide or a machine says must
 * not be obeyed. Elsewhere it stays as it is.
 */
export function withoutCommands(text: string, env: GithubEnvironment): string {
  if (env.GITHUB_ACTIONS !== 'true') return text;
  const token = randomUUID();
  return `::stop-commands::${token}\n${text.endsWith('\n') ? text : `${text}\n`}::${token}::\n`;
}

async function sizeOf(file: string): Promise<number> {
  try {
    return (await stat(file)).size;
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'ENOENT') return 0;
    throw cause;
  }
}
