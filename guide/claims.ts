import type { Procedure } from '../model/procedure.ts';
import type { SourceLocation } from '../model/source-location.ts';
import { rabbitmqctlWords } from './rabbitmqctl-words.ts';
import { installed, simpleCommandsOf } from './simple-commands.ts';

/** A value and the line of the guide that leads to it. */
interface Claim<Value = string> {
  readonly value: Value;
  readonly where: SourceLocation;
}

/** The three patterns of `rabbitmqctl set_permissions`. */
interface PermissionPatterns {
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
  /** What stands where the user's password goes: mostly a replaceable, for which `substitute` puts the value. */
  readonly password?: Claim;
  readonly vhost?: Claim;
  readonly permissions?: Claim<PermissionPatterns>;
}

/** Reads the claims out of the commands of a procedure's steps; what a remedy does is not counted on. */
export function claimsOf(procedure: Procedure): Claims {
  const commands = simpleCommands(procedure);
  const first = <Value>(read: (words: readonly string[]) => Value | undefined) => firstClaim(commands, read);
  const said = {
    package:
      first((words) => installed(words).find((name) => name.includes('rabbitmq'))) ?? first(anyInstalled),
    service: first(serviceUnit),
    user: first((words) => addUser(words)?.[0]),
    password: first((words) => addUser(words)?.[1]),
    vhost: first((words) => permissions(words)?.vhost),
    permissions: first((words) => permissions(words)?.patterns),
  };
  return Object.fromEntries(Object.entries(said).filter(([, claim]) => claim)) as Claims;
}

interface SimpleCommand {
  readonly words: readonly string[];
  readonly where: SourceLocation;
}

function simpleCommands({ steps }: Procedure): SimpleCommand[] {
  const commands = steps.flatMap((step) => step.actions).filter((action) => action.kind === 'command');
  return commands.flatMap(({ command, where }) =>
    simpleCommandsOf(command).map((words) => ({ words, where })),
  );
}

function firstClaim<Value>(
  commands: readonly SimpleCommand[],
  read: (words: readonly string[]) => Value | undefined,
) {
  for (const { words, where } of commands) {
    const value = read(words);
    if (value !== undefined) return { value, where };
  }
  return undefined;
}

function anyInstalled(words: readonly string[]): string | undefined {
  return installed(words)[0];
}

const starting = ['enable', 'start', 'restart', 'reenable', 'try-restart', 'reload-or-restart'];

function serviceUnit([program, ...rest]: readonly string[]): string | undefined {
  const [verb = '', ...units] = rest.filter((word) => !word.startsWith('-'));
  if (program === 'service') return verb || undefined;
  if (program !== 'systemctl' || !starting.includes(verb)) return undefined;
  return units.find((unit) => !/\.(?:socket|target|timer|mount|path)$/.test(unit));
}

function addUser(words: readonly string[]): readonly string[] | undefined {
  const [verb, ...rest] = rabbitmqctlWords(words)?.words ?? [];
  return verb === 'add_user' ? rest : undefined;
}

function permissions(words: readonly string[]): { vhost: string; patterns: PermissionPatterns } | undefined {
  const command = rabbitmqctlWords(words);
  const [verb, , configure, write, read] = command?.words ?? [];
  if (!command || verb !== 'set_permissions') return undefined;
  if (configure === undefined || write === undefined || read === undefined) return undefined;
  return { vhost: command.vhost, patterns: { configure, write, read } };
}
