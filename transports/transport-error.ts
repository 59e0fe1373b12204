/** What a command that was ended had printed until then; it may hold secrets, so it is for no report. */
export interface Printed {
  readonly stdout: string;
  readonly stderr: string;
}

/**
 * The machine could not be reached, a command on it did not end in time, or root's rights were refused: nothing is
 * known about the machine by it.
 */
export class TransportError extends Error {
  readonly code: 'unreachable' | 'timeout' | 'forbidden';
  readonly printed: Printed | undefined;

  constructor(
    code: TransportError['code'],
    message: string,
    options: ErrorOptions & { readonly printed?: Printed } = {},
  ) {
    super(message, options);
    this.name = 'TransportError';
    this.code = code;
    // Enumerable properties are what consoles and test runners print of an error.
    Object.defineProperty(this, 'printed', { value: options.printed, enumerable: false });
  }
}
