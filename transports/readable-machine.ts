import type { CommandResult } from './transport.ts';

export interface ReadOptions {
  /** After this long the command is ended and `TransportError` is thrown. */
  readonly timeoutMs: number;
  /** What messages call the command. */
  readonly called: string;
}

/** Runs one command with empty standard input; throws as `Transport.run` does. */
export type Run = (argv: readonly string[], options: ReadOptions) => Promise<CommandResult>;

/**
 * What `readTransport` needs of a machine. It is less than a `Transport`, on purpose: a guide's commands need a
 * `hostCommandLine`, so none can run where only this is at hand.
 */
export interface Readable {
  readonly name: string;
  readonly run: Run;
  /** The name of the user who is logged in; absent where commands run as root anyhow. */
  login?(): Promise<string>;
}

/** Where a port of a machine is reached from here. */
export interface PortAddress {
  readonly hostname: string;
  readonly port: number;
}

/** A machine that exists already, and that an audit may only read. */
export interface ReadableMachine extends Readable, AsyncDisposable {
  /** Resolves once the machine can be reached. @throws TransportError `unreachable`, with the reason in one line. */
  reach(): Promise<void>;
  /** Says where clients on this host reach `port` of the machine. @throws TransportError when nobody can say. */
  amqpAddress(port: number): Promise<PortAddress>;
}
