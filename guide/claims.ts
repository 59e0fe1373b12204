import type { Command, Procedure } from '../model/procedure.ts';
import type { SourceLocation } from '../model/source-location.ts';
import { isReplaceable } from './replaceables.ts';
import { splitShellWords } from './shell-words.ts';

/** A value and the line of the guide that leads to it. */
export interface Claim<Value = string> {
  readonly value: Value;
  readonly where: SourceLocation;
}

/** The three patterns of `rabbitmqctl set_permissions`. */
export interface PermissionPatterns {
  readonly configure: string;
  readonly write: string;
  readonly read: string;
}

/** What a controller has once the procedure was carried out; left out is what the procedure does not say. */
export interface Claims {
  readonly package?: Claim;
  /** The unit as the guide writes it, such as `rabbitmq-server.service`. */
  readonly service?: Claim;
  readonly user?: Claim;
  /** The replaceable that stands for the user's password. */
  readonly password?: Claim;
  readonly vhost?: Claim;
  readonly permissions?: Claim<PermissionPatterns>;
}

/** Reads the claims out of the commands of a procedure's steps; what a remedy does is not counted on. */
export function claimsOf(procedure: Procedure): Claims {
  const actions = procedure.steps.flatMap((step) => step.actions);
  const commands = actions.filter((action) => action.kind === 'command').flatMap(simpleCommands);
  const first = <Value>(read: (words: readonly string[]) => Value | undefined) => firstClaim(commands, read);
  const said = {
    package: first(installedPackage),
    service: first(serviceUnit),
    user: first((words) => addUser(words)?.[0]),
    password: first((words) => addUser(words)?.slice(1).find(isReplaceable)),
    vhost: first((words) => permissions(words)?.vhost),
    permissions: first((words) => permissions(words)?.patterns),
  };
  return Object.fromEntries(Object.entries(said).filter(([, claim]) => claim)) as Claims;
}

interface Typed {
  readonly words: readonly string[];
  readonly where: SourceLocation;
}

function simpleCommands({ command, where }: Command): Typed[] {
  return (splitShellWords(command) ?? []).map((words) => ({ words: withoutPrefix(words), where }));
}

/** Assignments, `sudo` and `env` before the command say nothing of what it does. */
function withoutPrefix(words: readonly string[]): readonly string[] {
  const start = words.findIndex((word) => !/^(?:\w+=.*|sudo|env|-[A-Za-z]+)$/.test(word));
  return start < 0 ? [] : words.slice(start);
}

function firstClaim<Value>(
  commands: readonly Typed[],
  read: (words: readonly string[]) => Value | undefined,
) {
  for (const { words, where } of commands) {
    const value = read(words);
    if (value !== undefined) return { value, where };
  }
  return undefined;
}

/** Several packages may be installed; the broker's own is the one that is claimed. */
function installedPackage([program, ...rest]: readonly string[]): string | undefined {
  if (!/^(?:apt|apt-get|aptitude|yum|dnf|zypper)$/.test(program ?? '')) return undefined;
  const [verb, ...names] = rest.filter((word) => !word.startsWith('-'));
  if (verb !== 'install' && verb !== 'in') return undefined;
  return names.find((name) => name.includes('rabbitmq'));
}

function serviceUnit([program, ...rest]: readonly string[]): string | undefined {
  const words = rest.filter((word) => !word.startsWith('-'));
  if (program === 'service') return words[0];
  const verbs = ['enable', 'start', 'restart', 'reenable', 'try-restart', 'reload-or-restart'];
  if (program !== 'systemctl' || !verbs.includes(words[0] ?? '')) return undefined;
  return words.slice(1).find((unit) => !/\.(?:socket|target|timer|mount|path)$/.test(unit));
}

interface Rabbitmqctl {
  readonly vhost: string;
  readonly words: readonly string[];
}

/** The words of a rabbitmqctl command without its options (rabbitmqctl(8)): these take a value. */
function rabbitmqctl([program, ...rest]: readonly string[]): Rabbitmqctl | undefined {
  if (program !== 'rabbitmqctl') return undefined;
  let vhost = '/';
  const words: string[] = [];
  for (let at = 0; at < rest.length; at += 1) {
    const word = rest[at] ?? '';
    const [name, value] = word.startsWith('--') ? word.split('=', 2) : [word];
    const takes = /^(?:-p|--vhost|-n|--node|-t|--timeout|--formatter|--erlang-cookie)$/.test(name ?? '');
    const given = takes ? (value ?? rest[++at] ?? '') : '';
    if (name === '-p' || name === '--vhost') vhost = given;
    if (!word.startsWith('-')) words.push(word);
  }
  return { vhost, words };
}

function addUser(words: readonly string[]): readonly string[] | undefined {
  const [verb, ...rest] = rabbitmqctl(words)?.words ?? [];
  return verb === 'add_user' ? rest : undefined;
}

function permissions(words: readonly string[]): { vhost: string; patterns: PermissionPatterns } | undefined {
  const command = rabbitmqctl(words);
  const [verb, , configure, write, read] = command?.words ?? [];
  if (!command || verb !== 'set_permissions') return undefined;
  if (configure === undefined || write === undefined || read === undefined) return undefined;
  return { vhost: command.vhost, patterns: { configure, write, read } };
}
