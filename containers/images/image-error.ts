/** A way to come by an image, and why it did not lead to one. */
export interface FailedWay {
  readonly way: 'registry' | 'archive' | 'build';
  readonly reason: string;
}

/** No image of a distribution could be had: whatever was to be checked on it could not be checked. */
export class ImageUnavailableError extends Error {
  readonly code = 'IMAGE_UNAVAILABLE';
  override readonly name = 'ImageUnavailableError';
  readonly failedWays: readonly FailedWay[];

  constructor(distribution: string, failedWays: readonly FailedWay[]) {
    const reasons = failedWays.map(({ way, reason }) => `${way}: ${reason}`).join('; ');
    super(`expected an image of ${distribution}, got none (${reasons})`);
    this.failedWays = failedWays;
  }
}
