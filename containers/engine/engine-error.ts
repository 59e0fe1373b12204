/** No container engine could be used; the message says what was tried and which command helps. */
export class EngineError extends Error {
  readonly code: 'no-engine' | 'unreachable' | 'install-failed' | 'start-failed' | 'no-cli';

  constructor(code: EngineError['code'], message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'EngineError';
    this.code = code;
  }
}
