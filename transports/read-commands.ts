declare const reviewed: unique symbol;

/** A command that only reads the machine; nothing but `readCommands` can make one. */
export interface ReadCommand {
  readonly [reviewed]: true;
  /** The program that is asked, for messages. */
  readonly program: string;
  readonly argv: readonly string[];
  /** The same as a person would type it who wants to see for himself. */
  readonly byHand: readonly string[];
  readonly timeoutMs: number;
  /** Whether a login that is not root needs `sudo` for it. */
  readonly needsRoot: boolean;
}

const made = new WeakSet<ReadCommand>();

/** An argument that no reviewed command takes; what it was meant to ask about cannot be checked. */
export class UnreviewedArgument extends RangeError {
  readonly code = 'unreviewed-argument';
  override readonly name = 'UnreviewedArgument';
}

/** Debian Policy 5.6.7 for the characters; RPM names that this project asks for fit it as well. */
const packageName = /^[a-z0-9][a-z0-9+.-]{1,99}$/;
/** Narrower than systemd.unit(5): no escapes, no templates, no globs, and only these two kinds. */
const unitName = /^[A-Za-z0-9][A-Za-z0-9_.-]{0,199}\.(?:service|socket)$/;

/** A process id as systemd gives it; 0 would be nobody, and 1 is the machine's own. */
const processId = /^[1-9]\d{0,6}$/;

/** Messages that are compared come in English whatever the login's language is (locale(7)). */
const inEnglish = ['env', 'LC_ALL=C'];

/** Where RabbitMQ's packages keep the secret by which nodes and command line tools know one another. */
const cookie = '/var/lib/rabbitmq/.erlang.cookie';

/** How a look at the node ends where rabbitmqctl was not run, since it would have changed something. */
export const notAsked = { cookie: 96, portMapper: 97 } as const;

/**
 * Runs rabbitmqctl only where that changes nothing, which nobody can forget to look at first since it is one command.
 * An Erlang VM makes a cookie in its user's home where none is, so there must be one, and the home is the one where it was
 * seen; one that is empty or that others can use is refused by Erlang after many seconds (`auth.erl`), so it is not tried. A
 * connection wakes a port mapper (epmd) that systemd keeps a socket for: `epmd.socket` on Debian and openSUSE,
 * `epmd@ADDRESS.socket` on Fedora; `show` connects to none (systemctl(1)). And an Erlang VM starts the port mapper where none
 * runs: `-start_epmd false` (erl(1)) forbids it, in ERL_ZFLAGS because RabbitMQ 4 overwrites ERL_FLAGS. Last, packages let
 * root's rabbitmqctl become `rabbitmq` by su(1), which opens a log-in session: systemd starts units for it, which stay for ten
 * seconds (pam_systemd(8)). Who is `rabbitmq` already needs none, and setpriv(1) opens none.
 */
const guarded = [
  `[ -f "$1" ] && [ -s "$1" ] || exit ${notAsked.cookie}`,
  `case $(stat -L -c %a "$1") in *00) ;; *) exit ${notAsked.cookie} ;; esac`,
  `! systemctl show --property=SubState 'epmd*.socket' 2>&1 | grep -qx SubState=listening || exit ${notAsked.portMapper}`,
  'export HOME="$(dirname "$1")" ERL_ZFLAGS="-start_epmd false"',
  'as="setpriv --reuid=rabbitmq --regid=rabbitmq --clear-groups"',
  '$as true 2>/dev/null || as=',
  'shift',
  'exec $as rabbitmqctl --quiet --timeout 30 "$@"',
].join('; ');

/** rabbitmqctl gives up by itself before the transport does, so it is not left behind. */
const rabbitmqctl = (...args: readonly string[]): ReadCommand =>
  readCommand('sh', ['-c', guarded, 'sh', cookie, ...args], {
    prefix: ['env'],
    called: 'rabbitmqctl',
    byHand: ['rabbitmqctl', ...args],
    timeoutMs: 45_000,
    needsRoot: true,
  });

/** Every command that an audit can run. A new one is added here, with the reason why it changes nothing. */
export const readCommands = {
  /** Looks up one package in dpkg's database; `--show` only prints (dpkg-query(1)). */
  debianPackage: (name: string): ReadCommand =>
    readCommand(
      'dpkg-query',
      [
        '--show',
        // biome-ignore lint/suspicious/noTemplateCurlyInString: this is dpkg-query's own format language
        '--showformat=${db:Status-Status}\\t${Version}\\n',
        checked('package name', packageName, name),
      ],
      { prefix: inEnglish },
    ),

  /** Looks up one package in the RPM database; query mode only prints (rpm(8), “Query options”). */
  rpmPackage: (name: string): ReadCommand =>
    readCommand(
      'rpm',
      ['--query', '--queryformat=%{VERSION}-%{RELEASE}\\n', checked('package name', packageName, name)],
      { prefix: inEnglish },
    ),

  /** Prints properties that systemd holds of a unit; `show` starts and stops nothing (systemctl(1)). */
  unit: (name: string): ReadCommand =>
    readCommand('systemctl', [
      'show',
      '--property=LoadState,ActiveState,SubState,UnitFileState,NeedDaemonReload,MainPID',
      checked('unit name', unitName, name),
    ]),

  /** Prints the limits that the kernel holds a process to (proc_pid_limits(5)). */
  processLimits: (pid: string): ReadCommand =>
    readCommand('cat', [`/proc/${checked('process id', processId, pid)}/limits`]),

  /** Prints two tables of the kernel's (proc_pid_net(5)); reading them opens no socket. */
  listeningSockets: (): ReadCommand =>
    readCommand('cat', ['/proc/net/tcp', '/proc/net/tcp6'], { prefix: inEnglish }),

  /** Prints the file that names the distribution, and the one that stands in where it is missing (os-release(5)). */
  osRelease: (): ReadCommand => readCommand('cat', ['/etc/os-release', '/usr/lib/os-release']),

  /** Prints the number of the user that commands run as; 0 is root (id(1)). */
  userId: (): ReadCommand => readCommand('id', ['--user']),

  /** Prints the number of the user that RabbitMQ's packages run the broker as (id(1)). */
  brokerUserId: (): ReadCommand => readCommand('id', ['--user', 'rabbitmq']),

  /** Prints mode, owner, size and kind of the broker's Erlang cookie, and nothing of its content (stat(1)). */
  erlangCookie: (): ReadCommand =>
    readCommand('stat', ['-L', '-c', '%a %U %s %F', cookie], {
      prefix: inEnglish,
      needsRoot: true,
    }),

  /**
   * Prints, of the broker's own configuration files, the settings that say who is kept to this machine and whether transient
   * queues are let in. Only these settings are printed, not the lines around them, which may hold passwords (grep(1), `-o`).
   */
  brokerSettings: (): ReadCommand =>
    readCommand(
      'grep',
      [
        ...['-R', '-o', '-E', '--include=*.conf', '--include=*.config'],
        '-e',
        '^[[:space:]]*(loopback_users|deprecated_features\\.permit\\.transient_nonexcl_queues)[^=#]*=[[:space:]]*[^[:space:]#]+',
        ...['-e', '\\{[[:space:]]*loopback_users', '-e', 'transient_nonexcl_queues[[:space:]]*=>'],
        '/etc/rabbitmq',
      ],
      { prefix: inEnglish, needsRoot: true },
    ),

  /**
   * Prints the broker's users, permissions, queues, exchanges, bindings and policies in one start of the Erlang VM
   * (rabbitmqctl(8), `export_definitions`; `-` is standard output, so no file is written).
   */
  rabbitDefinitions: (): ReadCommand => rabbitmqctl('export_definitions', '-'),

  /** Prints the cluster's nodes, its alarms and its listeners (rabbitmqctl(8), `cluster_status`). */
  clusterStatus: (): ReadCommand => rabbitmqctl('--formatter', 'json', 'cluster_status'),

  /** Prints what this build of RabbitMQ does with features that are on their way out (rabbitmqctl(8), since 3.13). */
  deprecatedFeatures: (): ReadCommand =>
    rabbitmqctl('--formatter', 'json', 'list_deprecated_features', 'name', 'deprecation_phase'),
} as const;

/** True for a command that `readCommands` made, whatever a caller's type assertions say. */
export function isReadCommand(command: ReadCommand): boolean {
  return made.has(command);
}

interface Particulars {
  readonly prefix?: readonly string[];
  /** The program that is asked, where another one starts it. */
  readonly called?: string;
  readonly byHand?: readonly string[];
  readonly timeoutMs?: number;
  readonly needsRoot?: boolean;
}

function readCommand(
  program: string,
  args: readonly string[],
  {
    prefix = [],
    called = program,
    byHand = [program, ...args],
    timeoutMs = 15_000,
    needsRoot = false,
  }: Particulars = {},
): ReadCommand {
  const argv = Object.freeze([...prefix, program, ...args]);
  const command = Object.freeze({ program: called, argv, byHand, timeoutMs, needsRoot });
  made.add(command as unknown as ReadCommand);
  return command as unknown as ReadCommand;
}

function checked(what: string, pattern: RegExp, value: string): string {
  if (pattern.test(value)) return value;
  throw new UnreviewedArgument(`expected a ${what} like ${pattern.source}, got ${JSON.stringify(value)}`);
}
