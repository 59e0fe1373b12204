/** The machine could not be reached, or a command on it did not end in time: nothing is known about the machine by it. */
export class TransportError extends Error {
  readonly code: 'unreachable' | 'timeout';

  constructor(code: TransportError['code'], message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'TransportError';
    this.code = code;
  }
}
