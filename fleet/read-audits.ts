import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { findingsSchema } from '../reports/findings-schema.ts';
import { isUnreached } from '../reports/unreached.ts';
import { AuditStoreError } from './audit-store-error.ts';
import type { AuditedTarget } from './fleet-event.ts';

/** What a run was asked, by the names that its user knows, such as `--profile`; never a password. */
export type Questions = Readonly<Record<string, string>>;

/** The first line of `audits.ndjson`. */
export const headerSchema = z.strictObject({
  format: z.literal('guideproof audits 1'),
  asked: z.record(z.string(), z.string()),
});

const lineSchema = z.strictObject({
  target: findingsSchema.shape.targets.element,
  findings: findingsSchema.shape.findings,
});

/** What an interrupted run has kept. */
export interface KeptAudits {
  /** By target id; without those that were not reached, which are worth another try. */
  readonly audits: ReadonlyMap<string, AuditedTarget>;
  /** Bytes of the file up to the end of its last whole line. */
  readonly wholeBytes: number;
}

/**
 * Reads the `audits.ndjson` of an interrupted run; a last line that was not written to its end does not count.
 * @throws AuditStoreError when there is none, it was asked something else, or a line is not what was written.
 */
export async function readAudits(path: string, asked: Questions): Promise<KeptAudits> {
  const text = await readFile(path, 'utf8').catch((cause: NodeJS.ErrnoException) => {
    throw new AuditStoreError(`expected ${path} of an interrupted run, got ${cause.code}`, { cause });
  });
  const whole = text.slice(0, text.lastIndexOf('\n') + 1);
  const [first = '', ...lines] = whole.split('\n').slice(0, -1);
  const header = parseLine(headerSchema, first, `${path}:1`, 'the header of an interrupted run');
  refuseOthers(header.asked, asked, path);
  const audits = lines.map((line, index) =>
    parseLine(lineSchema, line, `${path}:${index + 2}`, 'the audit of a target'),
  );
  const reached = audits.filter(({ findings }) => !isUnreached(findings));
  return {
    audits: new Map(reached.map((audit) => [audit.target.id, audit])),
    wholeBytes: Buffer.byteLength(whole),
  };
}

function parseLine<Line>(schema: z.ZodType<Line>, line: string, place: string, expected: string): Line {
  try {
    return schema.parse(JSON.parse(line));
  } catch (cause) {
    const got = line === '' ? 'nothing' : line.slice(0, 80);
    throw new AuditStoreError(`${place}: expected ${expected}, got ${got}`, { cause });
  }
}

function refuseOthers(before: Questions, now: Questions, path: string): void {
  const names = [...new Set([...Object.keys(before), ...Object.keys(now)])];
  const told = (value: string | undefined) => (value === undefined ? 'nothing' : JSON.stringify(value));
  const differences = names
    .filter((name) => before[name] !== now[name])
    .map((name) => `${name}: expected ${told(before[name])}, got ${told(now[name])}`);
  if (differences.length === 0) return;
  throw new AuditStoreError(
    `${path}:1: a run can only go on with the questions it began with:\n  ${differences.join('\n  ')}`,
  );
}
