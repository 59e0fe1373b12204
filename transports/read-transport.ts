import { isReadCommand, type ReadCommand, readCommands } from './read-commands.ts';
import type { Readable } from './readable-machine.ts';
import { sudoEnd, withSudo } from './sudo.ts';
import { sudoersLine } from './sudoers-line.ts';
import type { CommandResult, Transport } from './transport.ts';
import { TransportError } from './transport-error.ts';

export { cutMark } from './bounded-store.ts';
export type { CommandResult } from './transport.ts';
export { TransportError } from './transport-error.ts';

/** One command as it went on the machine; its output is left out, since it may hold hashes of passwords. */
export interface Performed {
  readonly argv: readonly string[];
  /** Absent while the command runs, and for good when it did not end. */
  readonly exitCode?: number;
  /** Reads that were asked for at once may share one start of a shell: then it is the time of all of them. */
  readonly durationMs: number;
}

/** The way to one machine for somebody who may look but not touch. */
export interface ReadTransport {
  readonly name: string;
  /**
   * Runs a reviewed read, with `sudo` where it needs root and the login is not; the same read is run once, and its
   * answer is given again.
   * @throws TransportError as `Transport.run` does, and `forbidden` with what to grant when `sudo` refuses.
   */
  read(command: ReadCommand): Promise<CommandResult>;
  /** Every command that was run on the machine, in order. */
  readonly performed: readonly (readonly string[])[];
  /** The same commands with how they ended. */
  readonly record: readonly Performed[];
}

/** Narrows a way to a machine to reviewed reads; make a new one per audit, since answers are kept. */
export function readTransport(way: Readable | Transport): ReadTransport {
  const machine: Readable = way;
  const { performed, record, perform } = recording(machine);
  const answers = new Map<string, Promise<CommandResult>>();
  const once = (command: ReadCommand): Promise<CommandResult> => {
    const key = JSON.stringify(command.argv);
    const answer = answers.get(key) ?? start(command);
    answers.set(key, answer);
    return answer;
  };
  const start = async (command: ReadCommand) => {
    if (!command.needsRoot || !machine.login || (await isRoot())) return perform(command, command.argv);
    const end = sudoEnd(await perform(command, withSudo(command.argv)));
    if ('refused' in end) throw await forbidden(machine, command, end.refused);
    return end;
  };
  const isRoot = async () => {
    const { exitCode, stdout } = await once(readCommands.userId());
    return exitCode === 0 && stdout.trim() === '0';
  };
  const read = async (command: ReadCommand) => {
    if (!isReadCommand(command)) throw new TypeError('expected a command made by readCommands');
    return once(command);
  };
  return { name: machine.name, read, performed, record };
}

/** Runs commands and keeps account of them, in the order in which they were begun. */
function recording(machine: Readable) {
  const performed: (readonly string[])[] = [];
  const record: Performed[] = [];
  const perform = async ({ program, timeoutMs }: ReadCommand, argv: readonly string[]) => {
    const at = performed.push(argv) - 1;
    record.push({ argv, durationMs: 0 });
    const begun = performance.now();
    const note = (exitCode?: number) => {
      const durationMs = Math.round(performance.now() - begun);
      record[at] = { argv, durationMs, ...(exitCode === undefined ? {} : { exitCode }) };
    };
    try {
      const result = await machine.run(argv, { timeoutMs, called: program });
      note(result.exitCode);
      return result;
    } catch (error) {
      note();
      throw error;
    }
  };
  return { performed, record, perform };
}

async function forbidden(machine: Readable, { program, argv }: ReadCommand, refused: string) {
  const login = (await machine.login?.()) ?? 'root';
  const grant = `Grant it with "visudo -f /etc/sudoers.d/guideproof" and this line: ${sudoersLine(login, argv)}`;
  return new TransportError(
    'forbidden',
    `${program} on ${machine.name} needs root, and ${refused}. ${grant}`,
  );
}
