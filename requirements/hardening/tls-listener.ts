import { type Cluster, readCluster } from '../cluster.ts';
import { defineRequirement, type Verdict } from '../requirement.ts';

/** The broker can be reached over TLS. */
export const tlsListener = defineRequirement({
  id: 'tls.listener',
  title: 'The broker accepts AMQP connections over TLS',
  severity: 'warning',
  claim: 'service',
  source: {
    title: 'the OpenStack Security Guide, “Messaging security”',
    url: 'https://docs.openstack.org/security-guide/messaging/security.html',
  },
  gather: readCluster,
  judge: judgeTls,
});

const fix =
  'Set listeners.ssl.default = 5671 and ssl_options.cacertfile, ssl_options.certfile and ssl_options.keyfile in ' +
  '/etc/rabbitmq/rabbitmq.conf, restart the broker, and let services log in with ssl = true in [oslo_messaging_rabbit].';

/** Every node must do so, since a client may be sent to any. */
function judgeTls({ listeners }: Cluster): Verdict {
  const expected = 'a listener for AMQP over TLS on every running node';
  const nodes = Object.entries(listeners).toSorted(([one], [other]) => (one < other ? -1 : 1));
  const seen = nodes.map(([node, sockets]) => {
    const amqp = sockets.filter(({ protocol }) => /^amqp(?:$|\/)/.test(protocol));
    const text = amqp
      .map(({ protocol, port }) => `${protocol} on port ${port}`)
      .sort()
      .join(' and ');
    return { node, text: text || 'no AMQP', tls: amqp.some(({ protocol }) => protocol === 'amqp/ssl') };
  });
  const actual = seen.map(({ node, text }) => `${node} offers ${text}`).join('; ') || 'no listener at all';
  const all = seen.length > 0 && seen.every(({ tls }) => tls);
  return all ? { outcome: 'pass', expected, actual } : { outcome: 'fail', expected, actual, fix };
}
