import type { Evidence } from '../model/evidence.ts';
import { readCommands } from '../transports/read-commands.ts';
import type { ReadTransport } from '../transports/read-transport.ts';
import type { Expectations } from './expectations.ts';
import type { ListeningSocket } from './listening-sockets.ts';
import { known, readEvidence, unknown } from './read-evidence.ts';
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
  /** Number of the user that RabbitMQ's packages run the broker as; absent where there is no such user. */
  readonly brokerUserId?: string;
}

async function gatherListeners(controller: ReadTransport): Promise<Evidence<Listeners>> {
  const [sockets, user] = await Promise.all([
    readSockets(controller),
    readEvidence(controller, readCommands.brokerUserId(), ({ stdout }) =>
      /^\d+$/.test(stdout.trim()) ? known(stdout.trim()) : unknown('there is no user rabbitmq'),
    ),
  ]);
  if (!sockets.known) return sockets;
  return known({ sockets: sockets.value, ...(user.known && { brokerUserId: user.value }) });
}

function judgeListener({ sockets, brokerUserId }: Listeners, { amqpPort, service }: Expectations): Verdict {
  const expected = `a listener on TCP port ${amqpPort} that other machines reach`;
  const here = sockets.filter(({ port }) => port === amqpPort);
  if (here.length === 0) {
    const fix = `Start ${service ?? 'RabbitMQ’s service'}, and see that its configuration does not move the listener.`;
    return { outcome: 'fail', expected, actual: `nothing listens on port ${amqpPort}`, fix };
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

/** A proxy may well stand before the broker, so another user's socket proves neither that it is there nor that it is not. */
function foreign(sockets: readonly ListeningSocket[], brokerUserId: string | undefined): string | undefined {
  const others = sockets.filter(({ userId }) => userId !== undefined && userId !== brokerUserId);
  if (brokerUserId === undefined || others.length < sockets.length) return undefined;
  return `a process of user id ${others[0]?.userId} listens there and not one of RabbitMQ’s (user id ${brokerUserId}): who answers cannot be told from inside`;
}

function listed(sockets: readonly ListeningSocket[]): string {
  return sockets
    .map(({ address }) => address)
    .sort()
    .join(', ');
}
