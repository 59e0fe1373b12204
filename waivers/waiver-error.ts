/** A file of waivers that is not one: nothing was run; the message has a line for everything that is wrong with it. */
export class WaiverError extends Error {
  override readonly name = 'WaiverError';
  readonly code = 'usage';
}
