import { resolve } from 'node:path';
import type { Report } from '../model/report.ts';
import { MergeError } from '../runs/merge-error.ts';
import { mergeReports, type Shard } from '../runs/merge-reports.ts';
import { makeOut } from './make-out.ts';
import { publish } from './publish.ts';
import { readRun, readTranscripts } from './read-run.ts';
import { UsageError } from './usage-error.ts';
import type { VerifyOptions } from './verify-options.ts';

/** What a user can say about a merge. */
export interface MergeOptions extends Pick<VerifyOptions, 'out' | 'failOn' | 'junit'> {
  /** How many shards there must be; absent for as many as were named. */
  readonly shards?: number;
}

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
  await makeOut(options.out);
  return publish(report, new Map(read.flatMap((transcripts) => [...transcripts])), options);
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
