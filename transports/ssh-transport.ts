import pLimit from 'p-limit';
import { type Deadline, within } from './deadline.ts';
import { posixQuote } from './posix-quote.ts';
import type { PortAddress, ReadableMachine, ReadOptions, Run } from './readable-machine.ts';
import { runHere, timeoutError } from './run-here.ts';
import { sharingShell } from './shared-shell.ts';
import { sshConnection } from './ssh-connection.ts';
import { destinationArguments, nameOf, type SshDestination } from './ssh-destination.ts';
import type { CommandResult } from './transport.ts';
import { TransportError } from './transport-error.ts';

/** sshd allows ten sessions over one connection, hardened ones two (sshd_config(5), `MaxSessions`). */
const sessions = 2;

/**
 * The way to a machine by the system's own ssh, for reads alone.
 * @throws TransportError `unreachable` for a destination that ssh may not be given.
 */
export function sshTransport(destination: SshDestination, deadline: Deadline): ReadableMachine {
  const name = nameOf(destination);
  const connection = sshConnection(destination, deadline);
  const inTurn = pLimit(sessions);
  let settings: Promise<ReadonlyMap<string, string>> | undefined;
  const setting = async (key: string) => {
    settings ??= effectiveSettings(destination, deadline.left());
    return (await settings).get(key) ?? '';
  };

  const execute = async (
    argv: readonly string[],
    { timeoutMs, called }: ReadOptions,
  ): Promise<CommandResult> => {
    const answer = await runHere(connection.commandLine(posixQuote(argv)), { timeoutMs });
    const { exitCode, timedOut, stderr, ...rest } = answer;
    if (timedOut) throw timeoutError(called, name, timeoutMs, answer);
    const own = exitCode !== null && exitCode !== 255 ? exitCode : await commandsOwn255(answer);
    return { ...rest, stderr, exitCode: own };
  };
  /** 255 is what ssh ends with for trouble of its own (ssh(1), “EXIT STATUS”), and what a command may end with. */
  const commandsOwn255 = async ({ stderr }: { readonly stderr: string }) => {
    const refused = /session request failed|Session open refused/.exec(stderr);
    if (refused) throw lost(`its sshd refuses ${sessions} sessions at once (MaxSessions in sshd_config)`);
    if (!(await connection.isOpen())) throw lost('the connection was lost');
    return 255;
  };
  const executeInTime = within(deadline, name, execute);
  const run: Run = (argv, options) =>
    inTurn(async () => {
      await connection.open();
      return executeInTime(argv, options);
    });
  const lost = (reason: string) => new TransportError('unreachable', `${name}: ${reason}`);
  const amqpAddress = async (port: number): Promise<PortAddress> => ({
    hostname: (await setting('hostname')) || destination.host,
    port,
  });
  return {
    name,
    run: sharingShell({ name, run }),
    login: () => setting('user'),
    reach: () => connection.open(),
    amqpAddress,
    [Symbol.asyncDispose]: () => connection[Symbol.asyncDispose](),
  };
}

/** What the user's configuration makes of a destination: `ssh -G` prints it and connects to nothing. */
async function effectiveSettings(destination: SshDestination, timeoutMs: number) {
  const { stdout } = await runHere(['ssh', '-G', ...destinationArguments(destination)], { timeoutMs });
  const pairs = stdout.split('\n').map((line): [string, string] => {
    const at = line.indexOf(' ');
    return [line.slice(0, at), line.slice(at + 1)];
  });
  return new Map(pairs);
}
