import type { Evidence } from '../model/evidence.ts';
import { readCommands } from '../transports/read-commands.ts';
import type { ReadTransport } from '../transports/read-transport.ts';
import type { Expectations } from './expectations.ts';
import type { ListeningSocket } from './listening-sockets.ts';
import { known, readEvidence, unknown, unusable } from './read-evidence.ts';
import { readSockets } from './read-sockets.ts';
import { defineRequirement, type Verdict } from './requirement.ts';

/** Something accepts AMQP connections from other machines. */
export const listenerAmqp = defineRequirement({
  id: 'listener.amqp',
  title: 'The broker accepts AMQP connections from other machines',
  severity: 'error',
  claim: 'service',
  gather: gatherListeners,
  judge: judgeListener,
});

interface Listeners {
  readonly sockets: readonly ListeningSocket[];
  /** Number of the user that RabbitMQ's packages run the broker as. */
  readonly brokerUserId: Evidence<string>;
}

async function gatherListeners(controller: ReadTransport): Promise<Evidence<Listeners>> {
  const command = readCommands.brokerUserId();
  const [sockets, brokerUserId] = await Promise.all([
    readSockets(controller),
    readEvidence(controller, command, (result) => {
      const userId = result.stdout.trim();
      if (/^\d+$/.test(userId)) return known(userId);
      return unknown(result.exitCode === 1 ? 'there is no user rabbitmq' : unusable(command, result));
    }),
  ]);
  return sockets.known ? known({ sockets: sockets.value, brokerUserId }) : sockets;
}

function judgeListener({ sockets, brokerUserId }: Listeners, { amqpPort, service }: Expectations): Verdict {
  const expected = `a listener on TCP port ${amqpPort} that other machines reach`;
  const here = sockets.filter(({ port }) => port === amqpPort);
  if (here.length === 0) {
    const fix = `Start ${service ?? 'RabbitMQ’s service'}, and see that its configuration does not move the listener.`;
    const actual = `nothing listens on port ${amqpPort}${elsewhere(sockets, brokerUserId)}`;
    return { outcome: 'fail', expected, actual, fix };
  }
  const reachable = here.filter(({ loopback }) => !loopback);
  if (reachable.length === 0) {
    const fix = `Let RabbitMQ listen on the management network: listeners.tcp.1 = MANAGEMENT_IP:${amqpPort} in rabbitmq.conf.`;
    return { outcome: 'fail', expected, actual: `listening only on loopback: ${listed(here)}`, fix };
  }
  const actual = `listening on ${listed(here)}`;
  const reason = foreign(reachable, brokerUserId);
  return reason === undefined
    ? { outcome: 'pass', expected, actual }
    : { outcome: 'could-not-check', expected, actual, reason };
}

function elsewhere(sockets: readonly ListeningSocket[], brokerUserId: Evidence<string>): string {
  if (!brokerUserId.known) return '';
  const ports = sockets.filter(({ userId }) => userId === brokerUserId.value).map(({ port }) => port);
  const listed = [...new Set(ports)].sort((one, other) => one - other).join(', ');
  return listed === '' ? '' : `; RabbitMQ listens on ${listed}`;
}

/** A proxy may well stand before the broker, so another user's socket proves neither that it is there nor that it is not. */
function foreign(
  sockets: readonly ListeningSocket[],
  brokerUserId: Listeners['brokerUserId'],
): string | undefined {
  const untold = 'who answers there cannot be told from inside';
  if (!brokerUserId.known) return `${brokerUserId.reason}: ${untold}`;
  if (sockets.some(({ userId }) => userId === brokerUserId.value)) return undefined;
  const others = [...new Set(sockets.map(({ userId }) => userId))].sort().join(', ');
  return `listened to by user id ${others} and not by RabbitMQ’s, ${brokerUserId.value}: ${untold}`;
}

function listed(sockets: readonly ListeningSocket[]): string {
  return sockets
    .map(({ address }) => address)
    .sort()
    .join(', ');
}
