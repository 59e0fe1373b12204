import { defineControl } from './control.ts';

/**
 * RabbitMQ calls the feature `transient_nonexcl_queues`: deprecated since 2021
 * (https://www.rabbitmq.com/release-information/deprecated-features-list), refused by default from 4.3
 * (https://github.com/rabbitmq/rabbitmq-server/pull/15459), which Debian's packages take back (https://bugs.debian.org/1138887).
 * The options are those of oslo.messaging's RabbitMQ driver
 * (https://docs.openstack.org/oslo.messaging/latest/configuration/opts.html).
 */
const fix =
  'Set rabbit_quorum_queue = true and rabbit_transient_quorum_queue = true in [oslo_messaging_rabbit] of every service, ' +
  'or deprecated_features.permit.transient_nonexcl_queues = true in /etc/rabbitmq/rabbitmq.conf before the broker starts.';

/** No trial of its own: the proof of access has met it, gone on with other queues, and kept it in mind. */
export const transientAllowed = defineControl({
  id: 'queues.transient-allowed',
  title: 'The broker takes queues as oslo.messaging declares them by default',
  severity: 'warning',
  promised: ['package'],
  needs: ['access.login'],
  gather: async (site) => site.before.transientQueues,
  judge: (queues) => {
    const expected = 'queues that are neither durable nor exclusive can be declared';
    if (queues.outcome === 'allowed') return { outcome: 'pass', expected, actual: 'they were declared' };
    return { outcome: 'fail', expected, actual: `refused with ${queues.code} ${queues.text}`, fix };
  },
});
