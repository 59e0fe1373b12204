import type { Evidence } from '../model/evidence.ts';
import { readCommands } from '../transports/read-commands.ts';
import type { ReadTransport } from '../transports/read-transport.ts';
import type { Expectations } from './expectations.ts';
import { type ListeningSocket, parseListeningSockets } from './listening-sockets.ts';
import { known, readEvidence, unknown, unusable } from './read-evidence.ts';
import { defineRequirement, type Verdict } from './requirement.ts';

/** Something accepts AMQP connections from other machines. */
export const listenerAmqp = defineRequirement({
  id: 'listener.amqp',
  title: 'The broker accepts AMQP connections from other machines',
  severity: 'error',
  claim: 'service',
  gather: gatherSockets,
  judge: judgeListener,
});

/** A kernel without IPv6 has no tcp6 table: `cat` then complains, but has printed the other. */
async function gatherSockets(controller: ReadTransport): Promise<Evidence<readonly ListeningSocket[]>> {
  const command = readCommands.listeningSockets();
  return readEvidence(controller, command, (result) => {
    const onlyIpv6Missing = /^\S*cat: \/proc\/net\/tcp6: No such file or directory\s*$/.test(result.stderr);
    const whole = /^\s*sl\s+local_address/.test(result.stdout) && (result.exitCode === 0 || onlyIpv6Missing);
    return whole ? known(parseListeningSockets(result.stdout)) : unknown(unusable(command, result));
  });
}

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
