/** Someone asked for a distribution that is not known. */
export class DistributionError extends Error {
  readonly code = 'UNKNOWN_DISTRIBUTION';
  override readonly name = 'DistributionError';
}
