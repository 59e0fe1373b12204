import { TargetError } from '../target-error.ts';

/** The error for a source of passwords that cannot be used; `got` never holds what may be a password. */
export function badPassword(where: string, expected: string, got: string, cause?: unknown): TargetError {
  return new TargetError({ code: 'password', where, expected, got, cause });
}
