import type { Expectations } from './expectations.ts';
import type { ListeningSocket } from './listening-sockets.ts';
import { readSockets } from './read-sockets.ts';
import { defineRequirement, type Verdict } from './requirement.ts';

/** Something accepts AMQP connections from other machines. */
export const listenerAmqp = defineRequirement({
  id: 'listener.amqp',
  title: 'The broker accepts AMQP connections from other machines',
  severity: 'error',
  claim: 'service',
  gather: readSockets,
  judge: judgeListener,
});

function judgeListener(sockets: readonly ListeningSocket[], { amqpPort, service }: Expectations): Verdict {
  const expected = `a listener on TCP port ${amqpPort} that other machines reach`;
  const here = sockets.filter(({ port }) => port === amqpPort);
  if (here.length === 0) {
    const fix = `Start ${service}, and see that its configuration does not move the listener.`;
    return { outcome: 'fail', expected, actual: `nothing listens on port ${amqpPort}`, fix };
  }
  const addresses = here
    .map(({ address }) => address)
    .sort()
    .join(', ');
  if (here.some(({ loopback }) => !loopback)) {
    return { outcome: 'pass', expected, actual: `listening on ${addresses}` };
  }
  const fix = `Let RabbitMQ listen on the management network: listeners.tcp.1 = MANAGEMENT_IP:${amqpPort} in rabbitmq.conf.`;
  return { outcome: 'fail', expected, actual: `listening only on loopback: ${addresses}`, fix };
}
