import { z } from 'zod';
import type { Report } from '../model/report.ts';
import { findingsSchema } from './findings-schema.ts';

/** A `findings.json` that is not one. */
export class ReportParseError extends Error {
  override readonly name = 'ReportParseError';
  readonly code = 'REPORT_INVALID';
}

/**
 * Reads the text of a `findings.json`; `file` is how messages name it.
 * @throws ReportParseError that says for each mistake where it is, what was expected and what was there.
 */
export function parseReport(json: string, file: string): Report {
  const result = findingsSchema.safeParse(parseJson(json, file), { reportInput: true });
  if (result.success) return result.data;
  const mistakes = result.error.issues.map((issue) => `  ${describeIssue(issue)}`);
  throw new ReportParseError(`${file} is not a findings.json of version 1:\n${mistakes.join('\n')}`, {
    cause: result.error,
  });
}

function parseJson(json: string, file: string): unknown {
  try {
    return JSON.parse(json);
  } catch (cause) {
    throw new ReportParseError(`${file}: expected JSON, got text that is not: ${String(cause)}`, { cause });
  }
}

function describeIssue(issue: z.core.$ZodIssue): string {
  const path = z.core.toDotPath(issue.path) || 'the whole file';
  const got = issue.input === undefined ? 'nothing' : JSON.stringify(issue.input).slice(0, 80);
  return `at ${path}: expected ${expectation(issue)}, got ${got}`;
}

function expectation(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      return issue.expected;
    case 'invalid_value':
      return issue.values.map((value) => JSON.stringify(value)).join(' or ');
    case 'unrecognized_keys':
      return `no key ${issue.keys.map((key) => JSON.stringify(key)).join(', ')}`;
    default:
      return `a value that is valid (${issue.message})`;
  }
}
