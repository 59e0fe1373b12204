import { mkdtemp, open, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Deadline } from './deadline.ts';
import { runHere } from './run-here.ts';
import { destinationArguments, nameOf, type SshDestination } from './ssh-destination.ts';
import { hostKeyChanged, sshRefusal } from './ssh-refusal.ts';
import { TransportError } from './transport-error.ts';

/** One connection to a host, for any number of commands. */
export interface SshConnection extends AsyncDisposable {
  /** Logs in, at the first call. @throws TransportError `unreachable` with ssh's own reason. */
  open(): Promise<void>;
  isOpen(): Promise<boolean>;
  /** The ssh command line that runs a line of the remote shell's over the connection, and never over another one. */
  commandLine(remote: string): readonly string[];
}

/** Only what is needed to log in and read: nothing forwarded, nobody asked, no command from the user's configuration. */
const settings = [
  ...['BatchMode=yes', 'ClearAllForwardings=yes', 'ForwardAgent=no', 'ForwardX11=no', 'Tunnel=no'],
  ...['RemoteCommand=none', 'RequestTTY=no', 'ControlMaster=yes', 'LogLevel=ERROR', 'ConnectionAttempts=1'],
];

/**
 * Makes ready one connection that nobody else shares: its socket lies in a folder of its own that only this user may
 * open. ssh goes by the user's configuration, agent and known_hosts as ever.
 */
export function sshConnection(destination: SshDestination, deadline: Deadline): SshConnection {
  const target = destinationArguments(destination);
  let folder: string | undefined;
  let opened: Promise<void> | undefined;
  let running = false;
  const socket = () => join(folder ?? '', 's');
  // The connection is there already: the configuration has been read, and nothing may open a second one.
  const over = (...words: readonly string[]) => [
    ...['ssh', '-F', '/dev/null', '-S', socket(), '-T', '-o', 'ProxyCommand=false', ...words],
    ...target,
  ];
  const logIn = async () => {
    folder = await mkdtemp(join(socketBase(tmpdir()), 'guideproof-'));
    const { exitCode, refusal } = await connect(destination, target, folder, socket(), deadline);
    running = exitCode === 0;
    if (refusal !== undefined) throw new TransportError('unreachable', `${nameOf(destination)}: ${refusal}`);
  };
  const tell = (word: 'check' | 'exit') => runHere(over('-O', word), { timeoutMs: 5_000 });
  const close = async () => {
    // A read that comes late must not open what nobody will close.
    opened ??= Promise.reject(new TransportError('unreachable', `${nameOf(destination)}: closed already`));
    await opened.catch(() => {});
    if (folder === undefined) return;
    if (running) await tell('exit');
    await rm(folder, { recursive: true, force: true });
  };
  return {
    open: () => {
      opened ??= logIn();
      return opened;
    },
    isOpen: async () => (await tell('check')).exitCode === 0,
    commandLine: (remote) => [...over('-o', 'BatchMode=yes', '-o', 'LogLevel=ERROR'), remote],
    [Symbol.asyncDispose]: close,
  };
}

/**
 * Where a socket's path stays short: unix(7) allows 108 bytes, macOS 104, and ssh adds 17 while it makes one. ssh also
 * expands `%` and `${}` in it.
 */
export function socketBase(temporary: string): string {
  return temporary.length <= 60 && /^[\w./-]+$/.test(temporary) ? temporary : '/tmp';
}

/** Logging in takes no longer than this, whatever time there is for the rest. */
const connectTimeoutMs = 15_000;

/** Logs in; a refusal is worded, and where ssh went on all the same (exit code 0) it still has to be closed. */
async function connect(
  destination: SshDestination,
  target: readonly string[],
  folder: string,
  socket: string,
  deadline: Deadline,
): Promise<{ readonly exitCode: number | null; readonly refusal?: string }> {
  const timeoutMs = Math.min(connectTimeoutMs, deadline.left());
  const times = [
    // ssh has better words for it than we, so it gives up first.
    `ConnectTimeout=${Math.max(1, Math.floor(timeoutMs / 1000) - 1)}`,
    // Should this process be killed, the connection closes all the same.
    `ControlPersist=${Math.ceil(deadline.left() / 1000) + 10}`,
  ];
  const options = [...settings, ...times].flatMap((setting) => ['-o', setting]);
  const log = join(folder, 'log');
  await using output = await open(log, 'w', 0o600);
  const commandLine = ['ssh', '-f', '-N', '-T', '-S', socket, ...options, ...target];
  const { exitCode, timedOut } = await runHere(commandLine, { timeoutMs, output: output.fd });
  const said = await readFile(log, 'utf8');
  if (timedOut) return { exitCode, refusal: `ssh did not log in within ${timeoutMs} ms` };
  const entered = exitCode === 0 && !hostKeyChanged(said);
  return entered ? { exitCode } : { exitCode, refusal: sshRefusal(destination, said) };
}
