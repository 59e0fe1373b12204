import type { Evidence } from '../../model/evidence.ts';
import { readCommands } from '../../transports/read-commands.ts';
import type { ReadTransport } from '../../transports/read-transport.ts';
import { noService } from '../guide-silence.ts';
import { known, readEvidence, unknown, unusable } from '../read-evidence.ts';
import { type Asking, defineRequirement, type Verdict } from '../requirement.ts';
import { readUnitState } from '../unit-state.ts';

/** “At least 50K” in RabbitMQ's own words. */
const enough = 50_000;

/** The broker may open as many files and sockets as RabbitMQ recommends. */
export const limitsFileDescriptors = defineRequirement({
  id: 'limits.file-descriptors',
  title: 'The broker may open enough files and sockets',
  severity: 'warning',
  claim: 'service',
  source: {
    title: 'RabbitMQ, “Production Deployment Guidelines”',
    url: 'https://www.rabbitmq.com/docs/production-checklist#resource-limits-file-handle-limit',
  },
  needs: { keys: ['service'], otherwise: noService },
  gather: gatherLimit,
  judge: judgeLimit,
});

/** What the kernel holds the running broker to, which may be less than its unit asks for. */
async function gatherLimit(
  controller: ReadTransport,
  { service }: Asking<'service'>,
): Promise<Evidence<number>> {
  const unit = await readUnitState(controller, { service });
  if (!unit.known) return unit;
  const { mainPid, active } = unit.value;
  if (active !== 'active') return unknown('because service.active failed');
  if (mainPid === undefined) return unknown(`systemd follows no process of ${service}`);
  const command = readCommands.processLimits(mainPid);
  return readEvidence(controller, command, (result) => {
    const soft = /^Max open files\s+(\d+|unlimited)\s/m.exec(result.stdout)?.[1];
    if (soft === undefined) return unknown(unusable(command, result));
    return known(soft === 'unlimited' ? Number.POSITIVE_INFINITY : Number(soft));
  });
}

function judgeLimit(limit: number, { service }: Asking<'service'>): Verdict {
  const expected = `at least ${enough} open files`;
  const actual = limit === Number.POSITIVE_INFINITY ? 'as many as it likes' : `${limit} open files`;
  if (limit >= enough) return { outcome: 'pass', expected, actual };
  const fix = `Run systemctl edit ${service}, add LimitNOFILE=65536 under [Service], then systemctl restart ${service}.`;
  return { outcome: 'fail', expected, actual, fix };
}
