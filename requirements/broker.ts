import type { Evidence } from '../model/evidence.ts';
import { readCommands } from '../transports/read-commands.ts';
import type { CommandResult, ReadTransport } from '../transports/read-transport.ts';
import { type Definitions, parseDefinitions } from './definitions.ts';
import type { Expectations } from './expectations.ts';
import { known, readEvidence, unknown, unusable } from './read-evidence.ts';
import { readUnitState } from './unit-state.ts';

/** The broker's node: running with its definitions, or down by a positive sign of it. */
export type Broker =
  | { readonly state: 'running'; readonly definitions: Definitions }
  | { readonly state: 'down'; readonly sign: string };

/** What rabbitmqctl exits with when it could not work with the node (RabbitMQ's `exit_codes.ex`, after sysexits(3)). */
const [appStopped, nodeUnreachable, noDistribution] = [64, 69, 78];

/** Reads the broker's definitions; no more than one Erlang VM is started for a whole audit. */
export async function readBroker(
  controller: ReadTransport,
  expected: Expectations,
): Promise<Evidence<Broker>> {
  const cookie = await readCookie(controller);
  if (!cookie.known) return cookie;
  const command = readCommands.rabbitDefinitions();
  const broker = await readEvidence(controller, command, parseBroker);
  return broker.known ? broker : withoutPortMapper(broker, controller, expected);
}

/** Reads the definitions for a requirement that makes sense only while the node runs. */
export async function readDefinitions(
  controller: ReadTransport,
  expected: Expectations,
): Promise<Evidence<Definitions>> {
  const broker = await readBroker(controller, expected);
  if (!broker.known) return broker;
  if (broker.value.state === 'down') return unknown(`because node.running failed: ${broker.value.sign}`);
  return known(broker.value.definitions);
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

function parseBroker(result: CommandResult): Evidence<Broker> {
  const definitions = result.exitCode === 0 ? parseDefinitions(result.stdout) : undefined;
  if (definitions) return known({ state: 'running', definitions });
  const sign = signOfDown(result);
  if (sign !== undefined) return known({ state: 'down', sign });
  const hint = /^\s*\* (TCP connection succeeded but Erlang distribution failed)/m.exec(result.stderr)?.[1];
  return unknown(
    unusable(readCommands.rabbitDefinitions(), result) + (hint === undefined ? '' : ` (${hint})`),
  );
}

/** The texts are those of RabbitMQ 3.8 to 4.x; a wrong cookie or host name gives others, and says nothing of the node. */
function signOfDown({ exitCode, stderr }: CommandResult): string | undefined {
  if (exitCode === appStopped && /requires the 'rabbit' app to be running/.test(stderr)) {
    return "the Erlang node answers, but the 'rabbit' application is stopped on it";
  }
  if (exitCode !== nodeUnreachable) return undefined;
  const line = /^\s*\* (epmd reports: node .* not running at all|unable to connect to epmd .*)$/m.exec(
    stderr,
  )?.[1];
  return line === undefined || /nxdomain/.test(line) ? undefined : line.trim();
}

/** No port mapper is a sign of a stopped node only when systemd also says that the service does not run. */
async function withoutPortMapper(
  otherwise: Evidence<Broker>,
  controller: ReadTransport,
  expected: Expectations,
): Promise<Evidence<Broker>> {
  const unit = await readUnitState(controller, expected);
  return readEvidence(controller, readCommands.rabbitDefinitions(), (result) => {
    const missing =
      result.exitCode === noDistribution && /nodistribution/.test(result.stdout + result.stderr);
    if (!missing) return otherwise;
    const stopped = unit.known && ['inactive', 'failed'].includes(unit.value.active);
    if (!stopped) return unknown("Erlang's port mapper (epmd) does not answer rabbitmqctl");
    return known({
      state: 'down',
      sign: `no port mapper (epmd) answers, and the service is ${unit.value.active}`,
    });
  });
}
