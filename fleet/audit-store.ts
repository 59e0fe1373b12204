import { type FileHandle, mkdir, open, truncate, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { z } from 'zod';
import type { TargetAudit } from '../model/target-audit.ts';
import { renderTranscript, transcriptFile } from '../reports/transcript.ts';
import type { AuditedTarget } from './fleet-event.ts';
import type { headerSchema, KeptAudits, Questions } from './read-audits.ts';

/** The file below `--out` that holds every audit as soon as it is made, one JSON text a line behind a header. */
export const auditsFile = 'audits.ndjson';

/** Keeps the audits of a run on disk as they come. */
export interface AuditStore extends AsyncDisposable {
  /** What an earlier run has left, by target id. */
  readonly kept: ReadonlyMap<string, AuditedTarget>;
  /** Writes the transcript, then the findings, which is the sign that the target is done. */
  keep(audit: TargetAudit): Promise<void>;
}

/** Where audits are kept, what they are asked, and whether to go on with what is there. */
export interface StoreOptions {
  /** The `--out` folder, which is there. */
  readonly folder: string;
  readonly asked: Questions;
  readonly resume: boolean;
}

/**
 * Opens the store of a run: an empty one, or with `resume` that of an interrupted run.
 * @throws AuditStoreError when there is no run to go on with, or it was asked something else.
 */
export async function openAuditStore({ folder, asked, resume }: StoreOptions): Promise<AuditStore> {
  const path = join(folder, auditsFile);
  const { audits, wholeBytes } = resume ? await keptAudits(path, asked) : nothing;
  await mkdir(dirname(join(folder, transcriptFile(''))), { recursive: true });
  // What is left of a half-written line would spoil the next one.
  if (resume) await truncate(path, wholeBytes);
  const file = await open(path, resume ? 'a' : 'w');
  const write = inTurn(file, wholeBytes);
  const header: z.infer<typeof headerSchema> = { format: 'guideproof audits 1', asked };
  if (!resume) await write(header);
  return {
    kept: audits,
    async keep({ target, findings, transcript }) {
      if (transcript.length > 0)
        await writeFile(join(folder, transcriptFile(target.id)), renderTranscript(transcript, target.id));
      await write({ target, findings });
    },
    [Symbol.asyncDispose]: () => file.close(),
  };
}

// What reads an earlier run is loaded only where there is one.
async function keptAudits(path: string, asked: Questions): Promise<KeptAudits> {
  const { readAudits } = await import('./read-audits.ts');
  return readAudits(path, asked);
}

const nothing = { audits: new Map<string, AuditedTarget>(), wholeBytes: 0 };

// Two lines must not be written into each other, and of one that failed nothing may stay: the next would be joined to it.
function inTurn(file: FileHandle, wholeBytes: number): (value: unknown) => Promise<void> {
  let size = wholeBytes;
  let last: Promise<unknown> = Promise.resolve();
  return (value) => {
    const line = Buffer.from(`${JSON.stringify(value)}\n`);
    const writing = last.then(() => file.appendFile(line));
    last = writing.then(
      () => (size += line.length),
      () => file.truncate(size).catch(() => undefined),
    );
    return writing;
  };
}
