import type { Evidence } from '../../model/evidence.ts';
import type { ReadTransport } from '../../transports/read-transport.ts';
import { readDefinitions } from '../broker.ts';
import { type BrokerSetting, readBrokerSettings } from '../broker-settings.ts';
import { type DeprecationPhase, readDeprecationPhase } from '../deprecated-features.ts';
import type { Expectations } from '../expectations.ts';
import { known } from '../read-evidence.ts';
import { defineRequirement, type Verdict } from '../requirement.ts';

/** The broker takes queues that are neither durable nor exclusive, which oslo.messaging declares by default. */
export const queuesTransientAllowed = defineRequirement({
  id: 'queues.transient-allowed',
  title: 'The broker takes queues as oslo.messaging declares them by default',
  severity: 'warning',
  claim: 'package',
  source: {
    title: 'RabbitMQ, “Deprecated Features”',
    url: 'https://www.rabbitmq.com/release-information/deprecated-features-list',
  },
  gather: gatherTransient,
  judge: judgeTransient,
});

const feature = 'transient_nonexcl_queues';

interface Transient {
  readonly version: string;
  readonly settings: Evidence<readonly BrokerSetting[]>;
  /** Absent where the version alone says that they are taken unless a setting forbids it. */
  readonly phase?: Evidence<DeprecationPhase>;
}

async function gatherTransient(
  controller: ReadTransport,
  expected: Expectations,
): Promise<Evidence<Transient>> {
  const [definitions, settings] = await Promise.all([
    readDefinitions(controller, expected),
    readBrokerSettings(controller),
  ]);
  if (!definitions.known) return definitions;
  const version = definitions.value.rabbitmq_version ?? 'of unknown version';
  // Distributions differ from 4.3 on, and one more start of the Erlang VM tells.
  const phase = taken(version) ? {} : { phase: await readDeprecationPhase(controller, feature) };
  return known({ version, settings, ...phase });
}

/** RabbitMQ refuses them by default from 4.3 on (https://github.com/rabbitmq/rabbitmq-server/pull/15459). */
function taken(version: string): boolean {
  const [major = Number.NaN, minor = Number.NaN] = version.split('.').map(Number);
  return major < 4 || (major === 4 && minor < 3);
}

const expected = 'queues that are neither durable nor exclusive can be declared';
const fix =
  'Set rabbit_quorum_queue = true and rabbit_transient_quorum_queue = true in [oslo_messaging_rabbit] of every service, ' +
  `or deprecated_features.permit.${feature} = true in /etc/rabbitmq/rabbitmq.conf before the broker starts.`;

function judgeTransient({ version, settings, phase }: Transient): Verdict {
  if (!settings.known) return { outcome: 'could-not-check', expected, reason: settings.reason };
  if (phase && !phase.known) return { outcome: 'could-not-check', expected, reason: phase.reason };
  const gone = phase?.value === 'removed' || phase?.value === 'disconnected';
  if (gone) return { outcome: 'fail', expected, actual: `RabbitMQ ${version} knows them no more`, fix };
  const told = settings.value.filter(({ key }) => key.endsWith(feature));
  const values = new Set(told.map(({ value }) => value));
  const [setting] = told;
  if (setting && (values.size > 1 || !/^(?:true|false)$/.test(setting.value ?? ''))) {
    const files = [...new Set(told.map(({ file }) => file))].sort().join(', ');
    return {
      outcome: 'could-not-check',
      expected,
      reason: `what ${files} says of ${feature} is not understood`,
    };
  }
  if (setting) return judgeSetting(setting);
  return phase?.value === 'denied_by_default'
    ? { outcome: 'fail', expected, actual: `RabbitMQ ${version} refuses them by default`, fix }
    : { outcome: 'pass', expected, actual: `RabbitMQ ${version} takes them by default` };
}

function judgeSetting({ file, key, value }: BrokerSetting): Verdict {
  const actual = `${file} says ${key} = ${value}`;
  return value === 'true'
    ? { outcome: 'pass', expected, actual }
    : { outcome: 'fail', expected, actual, fix };
}
