import { readFile, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Report } from '../model/report.ts';
import type { TranscriptEntry } from '../model/transcript.ts';
import { parseReport, ReportParseError } from '../reports/parse-report.ts';
import { parseTranscript, TranscriptParseError, transcriptFile } from '../reports/transcript.ts';
import { UsageError } from './usage-error.ts';

/**
 * The report of an earlier run; `path` is its `findings.json` or the folder that holds it.
 * @throws UsageError that names the file when there is none or it is broken.
 */
export async function readRun(path: string): Promise<Report> {
  const file = await findingsIn(path);
  return told(async () => parseReport(await readFile(file, 'utf8'), file));
}

/**
 * What was typed and printed in an earlier run, by target, as far as its folder has transcripts.
 * @throws UsageError that names a transcript that is broken.
 */
export async function readTranscripts(
  path: string,
  { targets, findings }: Report,
): Promise<ReadonlyMap<string, readonly TranscriptEntry[]>> {
  const folder = dirname(await findingsIn(path));
  const ids = new Set([...targets.map(({ id }) => id), ...findings.map(({ target }) => target)]);
  const read = await Promise.all([...ids].map(async (id) => [id, await transcriptOf(folder, id)] as const));
  return new Map(read.flatMap(([id, entries]) => (entries ? [[id, entries] as const] : [])));
}

async function transcriptOf(folder: string, target: string): Promise<readonly TranscriptEntry[] | undefined> {
  const file = join(folder, transcriptFile(target));
  const text = await told(() => readFile(file, 'utf8').catch(absent));
  return text === undefined ? undefined : told(async () => parseTranscript(text, file));
}

function absent(error: NodeJS.ErrnoException): undefined {
  if (error.code !== 'ENOENT') throw error;
}

async function findingsIn(path: string): Promise<string> {
  const found = await told(() => stat(path));
  return found.isDirectory() ? join(path, 'findings.json') : path;
}

// What a user named and what is wrong with it is one message, not a stack trace.
async function told<Value>(read: () => Promise<Value>): Promise<Value> {
  try {
    return await read();
  } catch (cause) {
    if (cause instanceof ReportParseError || cause instanceof TranscriptParseError)
      throw new UsageError(cause.message, { cause });
    const { code, path } = cause as NodeJS.ErrnoException;
    if (code === undefined || path === undefined) throw cause;
    throw new UsageError(`expected reports of an earlier run in ${path}, got ${code}`, { cause });
  }
}
