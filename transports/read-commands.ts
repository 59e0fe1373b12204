declare const reviewed: unique symbol;

/** A command that only reads the machine; nothing but `readCommands` can make one. */
export interface ReadCommand {
  readonly [reviewed]: true;
  /** The program that is asked, for messages. */
  readonly program: string;
  readonly argv: readonly string[];
  readonly timeoutMs: number;
  /** Whether a login that is not root needs `sudo` for it. */
  readonly needsRoot: boolean;
}

const made = new WeakSet<ReadCommand>();

/** Debian Policy 5.6.7 for the characters; RPM names that this project asks for fit it as well. */
const packageName = /^[a-z0-9][a-z0-9+.-]{1,99}$/;
/** Narrower than systemd.unit(5): no escapes, no templates, no globs, and only these two kinds. */
const unitName = /^[A-Za-z0-9][A-Za-z0-9_.-]{0,199}\.(?:service|socket)$/;

/** Every command that an audit can run. A new one is added here, with the reason why it changes nothing. */
export const readCommands = {
  /** Looks up one package in dpkg's database; `--show` only prints (dpkg-query(1)). */
  debianPackage: (name: string): ReadCommand =>
    readCommand('dpkg-query', [
      '--show',
      // biome-ignore lint/suspicious/noTemplateCurlyInString: this is dpkg-query's own format language
      '--showformat=${db:Status-Status}\\t${Version}\\n',
      checked('package name', packageName, name),
    ]),

  /** Looks up one package in the RPM database; query mode only prints (rpm(8), “Query options”). */
  rpmPackage: (name: string): ReadCommand =>
    readCommand('rpm', [
      '--query',
      '--queryformat=%{VERSION}-%{RELEASE}\\n',
      checked('package name', packageName, name),
    ]),

  /** Prints properties that systemd holds of a unit; `show` starts and stops nothing (systemctl(1)). */
  unit: (name: string): ReadCommand =>
    readCommand('systemctl', [
      'show',
      '--property=LoadState,ActiveState,SubState,UnitFileState,NeedDaemonReload',
      checked('unit name', unitName, name),
    ]),

  /** Prints two tables of the kernel's (proc_pid_net(5)); reading them opens no socket. */
  listeningSockets: (): ReadCommand => readCommand('cat', ['/proc/net/tcp', '/proc/net/tcp6']),

  /** Prints the file that names the distribution (os-release(5)). */
  osRelease: (): ReadCommand => readCommand('cat', ['/etc/os-release']),

  /** Prints the number of the user that commands run as; 0 is root (id(1)). */
  userId: (): ReadCommand => readCommand('id', ['--user']),

  /** Prints what kind of file the broker's Erlang cookie is, and nothing of its content (stat(1)). */
  erlangCookie: (): ReadCommand =>
    readCommand('stat', ['--format=%F', '/var/lib/rabbitmq/.erlang.cookie'], { needsRoot: true }),

  /**
   * Prints the states of the sockets through which systemd starts Erlang's port mapper, by the names that Debian and
   * openSUSE (`epmd.socket`) and Fedora (`epmd@0.0.0.0.socket`) give them; `show` connects to none (systemctl(1)).
   */
  portMapperSockets: (): ReadCommand =>
    readCommand('systemctl', ['show', '--property=SubState', 'epmd.socket', 'epmd@0.0.0.0.socket']),

  /**
   * Prints the broker's users, permissions, queues, exchanges, bindings and policies in one start of the Erlang VM
   * (rabbitmqctl(8), `export_definitions`; `-` is standard output, so no file is written).
   * An Erlang VM starts the port mapper epmd where none runs: `-start_epmd false` (erl(1)) forbids it. It travels in
   * ERL_ZFLAGS because RabbitMQ 4 overwrites ERL_FLAGS. An Erlang VM also makes a cookie where none is, and its
   * connection wakes a port mapper that systemd keeps a socket for: read `erlangCookie` and `portMapperSockets` first.
   * rabbitmqctl gives up by itself before the transport does, so it is not left behind.
   */
  rabbitDefinitions: (): ReadCommand =>
    readCommand('rabbitmqctl', ['--quiet', '--timeout', '30', 'export_definitions', '-'], {
      prefix: ['env', 'ERL_ZFLAGS=-start_epmd false'],
      timeoutMs: 45_000,
      needsRoot: true,
    }),
} as const;

/** True for a command that `readCommands` made, whatever a caller's type assertions say. */
export function isReadCommand(command: ReadCommand): boolean {
  return made.has(command);
}

interface Particulars {
  readonly prefix?: readonly string[];
  readonly timeoutMs?: number;
  readonly needsRoot?: boolean;
}

function readCommand(
  program: string,
  args: readonly string[],
  { prefix = [], timeoutMs = 15_000, needsRoot = false }: Particulars = {},
): ReadCommand {
  const argv = Object.freeze([...prefix, program, ...args]);
  const command = Object.freeze({ program, argv, timeoutMs, needsRoot });
  made.add(command as unknown as ReadCommand);
  return command as unknown as ReadCommand;
}

function checked(what: string, pattern: RegExp, value: string): string {
  if (pattern.test(value)) return value;
  throw new RangeError(`expected a ${what} like ${pattern.source}, got ${JSON.stringify(value)}`);
}
