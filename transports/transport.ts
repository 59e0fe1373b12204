/** How a command ended. A command that a signal or a timeout ended has no exit code of its own: see `TransportError`. */
export interface CommandResult {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
  readonly durationMs: number;
}

export interface RunOptions {
  /** Written to the command's standard input, which is then closed; without it standard input is empty. */
  readonly input?: string;
  /** After this long the command is ended and `TransportError` is thrown; 60 000 ms without it. */
  readonly timeoutMs?: number;
  /** What messages call the command; its first argument without it. */
  readonly called?: string;
}

/** The way to one machine. Arguments travel as they are: no shell on either side reads them. */
export interface Transport {
  /** What a person would call this machine, for instance `docker://controller`. */
  readonly name: string;
  /**
   * Runs one command on the machine, as root where the way allows it.
   * A non-zero exit code is a result, not an error.
   * @throws TransportError when the machine could not be reached or the command did not end in time.
   */
  run(argv: readonly string[], options?: RunOptions): Promise<CommandResult>;
  /** The command line on this host whose standard streams are those of `argv` on the machine. */
  hostCommandLine(argv: readonly string[]): readonly string[];
}
