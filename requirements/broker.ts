import type { Evidence } from '../model/evidence.ts';
import { readCommands } from '../transports/read-commands.ts';
import type { CommandResult, ReadTransport } from '../transports/read-transport.ts';
import { type Definitions, parseDefinitions } from './definitions.ts';
import type { Expectations } from './expectations.ts';
import { known, readEvidence, unknown, unusable } from './read-evidence.ts';
import { readUnitState } from './unit-state.ts';

/** The broker's node: running with its definitions, up without its application, or down by a positive sign of it. */
export type Broker =
  | { readonly state: 'running'; readonly definitions: Definitions }
  | { readonly state: 'app-stopped' }
  | { readonly state: 'down'; readonly sign: string };

/** What rabbitmqctl exits with when it could not work with the node (RabbitMQ's `exit_codes.ex`, after sysexits(3)). */
const [appStopped, nodeUnreachable, noDistribution] = [64, 69, 78];

/**
 * Reads the broker's definitions; no more than one Erlang VM is started for a whole audit, and none where starting it
 * would change the machine.
 */
export async function readBroker(
  controller: ReadTransport,
  expected: Expectations,
): Promise<Evidence<Broker>> {
  const [cookie, asleep, unit] = await Promise.all([
    readCookie(controller),
    portMapperSleeps(controller),
    readUnitState(controller, expected),
  ]);
  if (!cookie.known) return cookie;
  if (asleep)
    return known({ state: 'down', sign: 'no node has registered: the port mapper (epmd) is not running' });
  const stopped = unit.known && ['inactive', 'failed'].includes(unit.value.active);
  return readEvidence(controller, readCommands.rabbitDefinitions(), (result) => parseBroker(result, stopped));
}

/** Reads the definitions for a requirement that makes sense only while the node runs. */
export async function readDefinitions(
  controller: ReadTransport,
  expected: Expectations,
): Promise<Evidence<Definitions>> {
  const broker = await readBroker(controller, expected);
  if (!broker.known) return broker;
  if (broker.value.state === 'running') return known(broker.value.definitions);
  return unknown('because node.running failed');
}

/** Without a cookie no command line tool can log in, and rabbitmqctl would make one: a change. */
async function readCookie(controller: ReadTransport): Promise<Evidence<string>> {
  const command = readCommands.erlangCookie();
  return readEvidence(controller, command, (result) => {
    if (result.exitCode === 0) return known(result.stdout.trim());
    if (!/No such file or directory/.test(result.stderr)) return unknown(unusable(command, result));
    return unknown(
      'there is no /var/lib/rabbitmq/.erlang.cookie, and rabbitmqctl would make one, so it was not run',
    );
  });
}

/** While systemd still listens in its place, the port mapper does not run, and so knows no node. */
async function portMapperSleeps(controller: ReadTransport): Promise<boolean> {
  const sockets = await readEvidence(controller, readCommands.portMapperSockets(), ({ stdout }) =>
    known(stdout),
  );
  return sockets.known && /^SubState=listening$/m.test(sockets.value);
}

function parseBroker(result: CommandResult, serviceStopped: boolean): Evidence<Broker> {
  const { exitCode, stdout, stderr } = result;
  const definitions = exitCode === 0 ? parseDefinitions(stdout) : undefined;
  if (definitions) return known({ state: 'running', definitions });
  if (exitCode === appStopped && /requires the 'rabbit' app to be running/.test(stderr)) {
    return known({ state: 'app-stopped' });
  }
  const sign = signOfDown(result, serviceStopped);
  if (sign !== undefined) return known({ state: 'down', sign });
  const trouble = /^\s*\* (TCP connection succeeded but .*|unable to connect to .*)$/m
    .exec(stderr)?.[1]
    ?.trim();
  const reason = unusable(readCommands.rabbitDefinitions(), result);
  return unknown(trouble === undefined ? reason : `rabbitmqctl cannot tell: ${trouble}`);
}

/**
 * The texts are those of RabbitMQ 3.8 to 4.0. A port mapper that does not answer is a sign of a stopped node only when
 * systemd also says that the service does not run; a wrong cookie or host name is no sign at all.
 */
function signOfDown(
  { exitCode, stdout, stderr }: CommandResult,
  serviceStopped: boolean,
): string | undefined {
  if (exitCode === nodeUnreachable) {
    const absent = /^\s*\* (epmd reports: node .* not running at all)/m.exec(stderr)?.[1];
    const silent = /^\s*\* (unable to connect to epmd (?!.*nxdomain).*)$/m.exec(stderr)?.[1]?.trim();
    return absent ?? (serviceStopped ? silent : undefined);
  }
  const noMapper = exitCode === noDistribution && /nodistribution/.test(stdout + stderr);
  return noMapper && serviceStopped ? 'no port mapper (epmd) answers, and the service is stopped' : undefined;
}
