import { isReadCommand, type ReadCommand } from './read-commands.ts';
import type { CommandResult, Transport } from './transport.ts';

export { cutMark } from './bounded-store.ts';
export type { CommandResult } from './transport.ts';
export { TransportError } from './transport-error.ts';

/** The way to one machine for somebody who may look but not touch. */
export interface ReadTransport {
  readonly name: string;
  /**
   * Runs a reviewed read; the same read is run once, and its answer is given again.
   * @throws TransportError as `Transport.run` does.
   */
  read(command: ReadCommand): Promise<CommandResult>;
  /** Every command that was run on the machine, in order. */
  readonly performed: readonly (readonly string[])[];
}

/** Narrows a transport to reviewed reads; make a new one per audit, since answers are kept. */
export function readTransport(transport: Transport): ReadTransport {
  const performed: (readonly string[])[] = [];
  const answers = new Map<string, Promise<CommandResult>>();

  const start = (key: string, { argv, timeoutMs }: ReadCommand) => {
    performed.push(argv);
    const answer = transport.run(argv, { timeoutMs });
    answers.set(key, answer);
    return answer;
  };
  const read = async (command: ReadCommand) => {
    if (!isReadCommand(command)) throw new TypeError('expected a command made by readCommands');
    const key = JSON.stringify(command.argv);
    return answers.get(key) ?? start(key, command);
  };
  return { name: transport.name, read, performed };
}
