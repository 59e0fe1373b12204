/** What is wrong: how a target was named, what an inventory holds, where passwords come from; or the user left a prompt. */
export type TargetErrorCode = 'usage' | 'inventory' | 'password' | 'interrupted';

interface TargetProblem {
  readonly code: TargetErrorCode;
  /** What the user named: an argument, a variable, or a file with its line. */
  readonly where: string;
  readonly expected: string;
  /** Never holds a password, nor text that might be one. */
  readonly got: string;
  readonly cause?: unknown;
}

/** It is not known what to check, or the password for it cannot be read; the message says where, what was expected and what was there. */
export class TargetError extends Error {
  override readonly name = 'TargetError';
  readonly code: TargetErrorCode;

  constructor({ code, where, expected, got, cause }: TargetProblem) {
    super(`${where}: expected ${expected}, got ${got}`, cause === undefined ? {} : { cause });
    this.code = code;
  }
}

/** The error for a target that was named wrongly. */
export function misnamed(where: string, expected: string, got: string): TargetError {
  return new TargetError({ code: 'usage', where, expected, got });
}

/** The error for an inventory that cannot be used; `where` is its path, with the line if there is one. */
export function badInventory(where: string, expected: string, got: string, cause?: unknown): TargetError {
  return new TargetError({ code: 'inventory', where, expected, got, cause });
}
