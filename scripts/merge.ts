import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import type { Report } from '../model/report.ts';
import type { ReportInput } from '../reports/report-input.ts';
import { renderTerminal } from '../reports/terminal.ts';
import { renderAblation } from '../reports/terminal-ablation.ts';
import { renderTranscript, transcriptFile } from '../reports/transcript.ts';
import { MergeError } from '../runs/merge-error.ts';
import { mergeReports, type Shard } from '../runs/merge-reports.ts';
import { makeOut } from './make-out.ts';
import { publish } from './publish.ts';
import { readRun, readTranscripts } from './read-run.ts';
import { reportChapter } from './report-chapter.ts';
import { UsageError } from './usage-error.ts';
import type { VerifyOptions } from './verify-options.ts';

/** What a user can say about a merge. */
export interface MergeOptions extends Pick<VerifyOptions, 'out' | 'failOn' | 'junit'> {
  /** How many shards there must be; absent for as many as were named. */
  readonly shards?: number;
}

type Transcripts = ReportInput['transcripts'];

/**
 * Writes one set of reports out of those of several shards, as one run over all of their targets would have.
 * @returns the exit code that the findings of all of them call for.
 * @throws UsageError that names a folder that is missing, broken, or no part of the same run; nothing is written then.
 */
export async function merge(folders: readonly string[], options: MergeOptions): Promise<number> {
  refuseUnfit(folders, options);
  const shards = await readAll(folders);
  const report = merged(shards);
  const read = await Promise.all(shards.map(({ name, report: own }) => readTranscripts(name, own)));
  const transcripts = new Map(read.flatMap((own) => [...own]));
  await makeOut(options.out);
  const chapter = reportChapter(report);
  if (!chapter)
    process.stderr.write(`guideproof: the guide is not here as it was read, so no report shows it\n`);
  const published = { ...options, ...(chapter && { chapter }) };
  // A check keeps its transcripts beside its reports, not in them.
  if (report.command === 'check') {
    await writeTranscripts(transcripts, options.out);
    return publish(report, new Map(), published);
  }
  const summarise = report.command === 'ablate' ? renderAblation : renderTerminal;
  return publish(report, transcripts, published, summarise);
}

async function writeTranscripts(transcripts: Transcripts, out: string): Promise<void> {
  await mkdir(dirname(join(out, transcriptFile(''))), { recursive: true });
  const files = [...transcripts].map(([target, entries]) =>
    writeFile(join(out, transcriptFile(target)), renderTranscript(entries, target)),
  );
  await Promise.all(files);
}

function refuseUnfit(folders: readonly string[], { shards, out }: MergeOptions): void {
  if (shards !== undefined && folders.length !== shards)
    throw new UsageError(`expected ${shards} shards, got ${folders.length}: ${folders.join(', ')}`);
  const own = folders.find((folder) => resolve(folder) === resolve(out));
  if (own !== undefined) throw new UsageError(`expected --out to be no shard's folder, got ${own}`);
}

// All that is wrong is told at once: whoever collects shards from many machines mends it in one go.
async function readAll(folders: readonly string[]): Promise<readonly Shard[]> {
  const read = await Promise.allSettled(folders.map(async (name) => ({ name, report: await readRun(name) })));
  const failed = read.flatMap((each) => (each.status === 'rejected' ? [each.reason as unknown] : []));
  const bug = failed.find((error) => !(error instanceof UsageError));
  if (bug) throw bug;
  if (failed.length > 0)
    throw new UsageError(failed.map((error) => (error as UsageError).message).join('\n'), {
      cause: failed[0],
    });
  return read.flatMap((each) => (each.status === 'fulfilled' ? [each.value] : []));
}

function merged([first, ...others]: readonly Shard[]): Report {
  if (first === undefined) throw new UsageError('expected the folder of one shard at least, got none');
  try {
    return mergeReports([first, ...others]);
  } catch (cause) {
    throw cause instanceof MergeError ? new UsageError(cause.message, { cause }) : cause;
  }
}
