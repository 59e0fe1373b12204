import { noService } from './guide-silence.ts';
import { type Asking, defineRequirement, type Verdict } from './requirement.ts';
import { readUnitState, type UnitState } from './unit-state.ts';

/** systemd starts the message queue's service when the machine boots. */
export const serviceEnabled = defineRequirement({
  id: 'service.enabled',
  title: 'The message queue service starts when the system boots',
  severity: 'error',
  claim: 'service',
  needs: { keys: ['service'], otherwise: noService },
  gather: readUnitState,
  judge: judgeEnabled,
});

/** Unit file states that say by themselves that a boot does not start the unit (systemctl(1), `is-enabled`). */
const notStartedAtBoot: ReadonlyMap<string, string> = new Map([
  ['disabled', ''],
  ['enabled-runtime', ', which a reboot forgets'],
  ['linked', ', which makes it known but not started'],
  ['linked-runtime', ', which a reboot forgets'],
  ['masked', ', so nothing can start it'],
  ['masked-runtime', ', so nothing can start it until a reboot'],
  ['transient', ', which a reboot forgets'],
]);

function judgeEnabled(unit: UnitState, { service }: Asking<'service'>): Verdict {
  const expected = `${service} is enabled`;
  if (unit.load === 'not-found') {
    return {
      outcome: 'fail',
      expected,
      actual: `systemd knows no ${service}`,
      fix: 'Install the package first.',
    };
  }
  if (unit.outdated) {
    const reason = `the file of ${service} changed, or went, after systemd read it (systemctl daemon-reload)`;
    return { outcome: 'could-not-check', expected, reason };
  }
  if (unit.file === 'enabled') return { outcome: 'pass', expected, actual: expected };
  const consequence = notStartedAtBoot.get(unit.file);
  if (consequence === undefined) {
    const reason = `the unit file state ${JSON.stringify(unit.file)} does not tell whether a boot starts the service`;
    return { outcome: 'could-not-check', expected, reason };
  }
  const unmask = unit.file.startsWith('masked') ? `systemctl unmask ${service} && ` : '';
  const actual = `${service} is ${unit.file}${consequence}`;
  return { outcome: 'fail', expected, actual, fix: `${unmask}systemctl enable ${service}` };
}
