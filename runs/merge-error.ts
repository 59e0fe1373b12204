/** Runs that are not parts of one. */
export class MergeError extends Error {
  override readonly name = 'MergeError';
  readonly code = 'NOT_ONE_RUN';
}
