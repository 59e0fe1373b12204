import { type Broker, readBroker } from './broker.ts';
import type { Expectations } from './expectations.ts';
import { defineRequirement, type Verdict } from './requirement.ts';

/** The RabbitMQ node answers its own command line tool. */
export const nodeRunning = defineRequirement({
  id: 'node.running',
  title: 'The RabbitMQ node is running',
  severity: 'error',
  claim: 'service',
  gather: readBroker,
  judge: judgeRunning,
});

function judgeRunning(broker: Broker, { service }: Expectations): Verdict {
  const expected = 'the RabbitMQ node answers rabbitmqctl';
  if (broker.state === 'down') {
    return { outcome: 'fail', expected, actual: broker.sign, fix: startCommand(service) };
  }
  if (broker.state === 'app-stopped') {
    const actual = "the Erlang node answers, but the 'rabbit' application is not running on it";
    return {
      outcome: 'fail',
      expected,
      actual,
      fix: 'Wait if it is still starting, else: rabbitmqctl start_app',
    };
  }
  const version = broker.definitions.rabbitmq_version ?? 'of unknown version';
  return { outcome: 'pass', expected, actual: `RabbitMQ ${version} answers` };
}

function startCommand(service: string | undefined): string {
  return service === undefined ? 'Start RabbitMQ’s service.' : `systemctl start ${service}`;
}
