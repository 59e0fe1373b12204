import { readFileSync } from 'node:fs';
import { type CommandResult, type ReadTransport, readTransport } from '../transports/read-transport.ts';

/** What a command printed and how it ended, or the error that it met. */
export type Answer = Partial<CommandResult> | Error;

const programs = ['dpkg-query', 'rpm', 'systemctl', 'id', 'stat', 'grep', 'cat'] as const;

/** Reads of a program that stand apart from its others, by a word of their own. */
const apart = {
  'os-release': 'os-release',
  limits: '/limits',
  rabbitmqctl: 'export_definitions',
  cluster: 'cluster_status',
  deprecated: 'list_deprecated_features',
} as const;

/** Answers by the program that is asked, or by what it is asked about. */
export type Answers = Readonly<
  Partial<Record<(typeof programs)[number] | keyof typeof apart, Answer | Promise<Answer>>>
>;

/** The text of a file in captured/: real output, with hashes of passwords and cookies blanked. */
export function captured(name: string): string {
  return readFileSync(new URL(`captured/${name}`, import.meta.url), 'utf8');
}

/** What `systemctl show` prints of a unit. */
export function unit(load: string, active: string, sub: string, file: string, reload = 'no'): Answer {
  const properties = {
    NeedDaemonReload: reload,
    LoadState: load,
    ActiveState: active,
    SubState: sub,
    UnitFileState: file,
    MainPID: active === 'active' ? '39' : '0',
  };
  const lines = Object.entries(properties).map(([name, value]) => `${name}=${value}\n`);
  return { stdout: lines.join('') };
}

const notThere: Answer = { exitCode: 127, stderr: 'executable file not found in $PATH' };

/** A healthy controller on Debian 12, as it was found. */
const debian12: Required<Answers> = {
  'dpkg-query': { stdout: 'installed\t3.10.8-1.1+deb12u1\n' },
  rpm: notThere,
  systemctl: unit('loaded', 'active', 'running', 'enabled'),
  cat: { stdout: captured('sockets-everywhere.txt') },
  'os-release': { stdout: 'PRETTY_NAME="Debian GNU/Linux 12 (bookworm)"\nID=debian\n' },
  stat: { stdout: '400 rabbitmq 20 regular file\n' },
  id: { stdout: '102\n' },
  grep: { exitCode: 1 },
  limits: { stdout: captured('limits.txt') },
  rabbitmqctl: { stdout: captured('definitions-3.10.8.json') },
  cluster: { stdout: captured('cluster-tls-3.10.8.json') },
  deprecated: { stdout: captured('deprecated-4.0.5.json') },
};

/** Everything that a fake controller can be asked. */
export const everything = Object.keys(debian12) as readonly (keyof Answers)[];

/** A controller that answers like a healthy Debian 12 but for `changes`. */
export function fakeController(changes: Answers = {}): ReadTransport {
  const answers = { ...debian12, ...changes };
  const run = async (argv: readonly string[]): Promise<CommandResult> => {
    const answer = await answers[askedBy(argv)];
    if (answer instanceof Error) throw answer;
    return { exitCode: 0, stdout: '', stderr: '', durationMs: 1, ...answer };
  };
  return readTransport({ name: 'fake://controller', run, hostCommandLine: (argv) => argv });
}

function askedBy(argv: readonly string[]): keyof Answers {
  const line = argv.join(' ');
  const special = (Object.keys(apart) as (keyof typeof apart)[]).find((name) => line.includes(apart[name]));
  if (special) return special;
  const program = programs.find((name) => argv.includes(name));
  if (program === undefined) throw new Error(`the fake controller does not know ${line}`);
  return program;
}
