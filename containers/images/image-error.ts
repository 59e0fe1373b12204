/** A way to come by an image, and why it did not lead to one. */
export interface FailedWay {
  readonly way: 'registry' | 'archive' | 'build' | 'stand-in';
  readonly reason: string;
}

/** No image of a distribution could be had: whatever was to be checked on it could not be checked. */
export class ImageUnavailableError extends Error {
  readonly code = 'IMAGE_UNAVAILABLE';
  override readonly name = 'ImageUnavailableError';
  readonly failedWays: readonly FailedWay[];

  constructor(wanted: string, failedWays: readonly FailedWay[]) {
    super(`expected an image of ${wanted}, got none (${reasonsOf(failedWays)})`);
    this.failedWays = failedWays;
  }
}

/** Every way with why it failed, in one line. */
export function reasonsOf(failedWays: readonly FailedWay[]): string {
  return failedWays.map(({ way, reason }) => `${way}: ${reason}`).join('; ');
}
