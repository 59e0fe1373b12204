import type { Evidence } from '../model/evidence.ts';
import { readCommands } from '../transports/read-commands.ts';
import type { CommandResult, ReadTransport } from '../transports/read-transport.ts';
import { askNode } from './ask-node.ts';
import { type Definitions, parseDefinitions } from './definitions.ts';
import type { Expectations } from './expectations.ts';
import { nodeRefusal } from './node-refusal.ts';
import { known, unknown, unusable } from './read-evidence.ts';
import { readUnitState } from './unit-state.ts';

/** The broker's node: running with its definitions, up without its application, or down by a positive sign of it. */
export type Broker =
  | { readonly state: 'running'; readonly definitions: Definitions }
  | { readonly state: 'app-stopped' }
  | { readonly state: 'down'; readonly sign: string };

/** What the node answered; where it did not, whether it is down may hang on what systemd says. */
type Answer = Broker | { readonly state: 'silent'; readonly sign: string; readonly otherwise: string };

/** What rabbitmqctl exits with when it could not work with the node (RabbitMQ's `exit_codes.ex`, after sysexits(3)). */
const [appStopped, nodeUnreachable, noDistribution] = [64, 69, 78];

/** Reads the broker's definitions; for all the requirements together the Erlang VM is started once. */
export async function readBroker(
  controller: ReadTransport,
  expected: Pick<Expectations, 'service'>,
): Promise<Evidence<Broker>> {
  const answer = await readAnswer(controller);
  if (!answer.known) return answer;
  const broker = answer.value;
  if (broker.state !== 'silent') return known(broker);
  return (await isStopped(controller, expected))
    ? known({ state: 'down', sign: broker.sign })
    : unknown(broker.otherwise);
}

async function isStopped(
  controller: ReadTransport,
  { service }: Pick<Expectations, 'service'>,
): Promise<boolean> {
  if (service === undefined) return false;
  const unit = await readUnitState(controller, { service });
  return unit.known && ['inactive', 'failed'].includes(unit.value.active);
}

/** Asks the node for its definitions, which needs to know nothing of the guide. */
export async function readAnswer(controller: ReadTransport): Promise<Evidence<Answer>> {
  const answer = await askNode(controller, readCommands.rabbitDefinitions(), parseAnswer);
  if (!answer.known || answer.value !== 'port-mapper-asleep') return answer as Evidence<Answer>;
  return known({ state: 'down', sign: 'no node has registered: the port mapper (epmd) is not running' });
}

/** Reads the definitions for a requirement that makes sense only while the node runs. */
export async function readDefinitions(
  controller: ReadTransport,
  expected: Pick<Expectations, 'service'>,
): Promise<Evidence<Definitions>> {
  const broker = await readBroker(controller, expected);
  if (!broker.known) return broker;
  if (broker.value.state === 'running') return known(broker.value.definitions);
  return unknown('because node.running failed');
}

/**
 * The texts are those of RabbitMQ 3.8 to 4.0. A port mapper that does not answer is a sign of a stopped node only when
 * systemd also says that the service does not run; a wrong cookie or host name is no sign at all.
 */
function parseAnswer(result: CommandResult): Evidence<Answer> {
  const { exitCode, stdout, stderr } = result;
  const definitions = exitCode === 0 ? parseDefinitions(stdout) : undefined;
  if (definitions) return known({ state: 'running', definitions });
  if (exitCode === appStopped && /requires the 'rabbit' app to be running/.test(stderr)) {
    return known({ state: 'app-stopped' });
  }
  const absent = /^\s*\* (epmd reports: node .* not running at all)/m.exec(stderr)?.[1];
  if (exitCode === nodeUnreachable && absent) return known({ state: 'down', sign: absent });
  const refusal = nodeRefusal(result);
  if (refusal) return unknown(refusal);
  const unreachable = /^\s*\* (unable to connect to .*)$/m.exec(stderr)?.[1]?.trim();
  const otherwise = unreachable
    ? `rabbitmqctl cannot tell: ${unreachable}`
    : unusable(readCommands.rabbitDefinitions(), result);
  const sign = signOfSilence(result);
  return sign === undefined ? unknown(otherwise) : known({ state: 'silent', sign, otherwise });
}

function signOfSilence({ exitCode, stdout, stderr }: CommandResult): string | undefined {
  if (exitCode === nodeUnreachable)
    return /^\s*\* (unable to connect to epmd (?!.*nxdomain).*)$/m.exec(stderr)?.[1]?.trim();
  const noMapper = exitCode === noDistribution && /nodistribution/.test(stdout + stderr);
  return noMapper ? 'no port mapper (epmd) answers, and the service is stopped' : undefined;
}
