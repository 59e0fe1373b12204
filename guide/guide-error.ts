import type { SourceLocation } from '../model/source-location.ts';

/** Why a guide could not be read: no such file, nothing in it, a form that misleads, or no steps for the tag. */
export type GuideErrorCode = 'missing' | 'empty' | 'malformed' | 'no-procedure';

/** What an error about a guide says; `where` is left out when there is no line to point at. */
export interface GuideProblem {
  readonly code: GuideErrorCode;
  readonly expected: string;
  readonly got: string;
  readonly where?: SourceLocation;
  readonly cause?: unknown;
}

/** The guide cannot be read as a procedure; the message says where, what was expected and what was there. */
export class GuideError extends Error {
  override readonly name = 'GuideError';
  readonly code: GuideErrorCode;
  readonly expected: string;
  readonly got: string;
  readonly where?: SourceLocation;

  constructor(problem: GuideProblem) {
    const { where } = problem;
    const place = where ? `${where.file}:${where.line}: ` : '';
    super(`${place}expected ${problem.expected}, got ${problem.got}`, { cause: problem.cause });
    this.code = problem.code;
    this.expected = problem.expected;
    this.got = problem.got;
    if (where) this.where = { file: where.file, line: where.line };
  }
}

/** The error for RST that would mislead the guide's reader at `where`. */
export function malformed(where: SourceLocation, expected: string, got: string): GuideError {
  return new GuideError({ code: 'malformed', where, expected, got });
}
