import { noService } from './guide-silence.ts';
import { type Asking, defineRequirement, type Verdict } from './requirement.ts';
import { readUnitState, type UnitState } from './unit-state.ts';

/** systemd runs the message queue's service now. */
export const serviceActive = defineRequirement({
  id: 'service.active',
  title: 'The message queue service is running',
  severity: 'error',
  claim: 'service',
  needs: { keys: ['service'], otherwise: noService },
  gather: readUnitState,
  judge: judgeActive,
});

function judgeActive(unit: UnitState, { service }: Asking<'service'>): Verdict {
  const expected = `${service} is active (running)`;
  if (unit.load === 'not-found') {
    return {
      outcome: 'fail',
      expected,
      actual: `systemd knows no ${service}`,
      fix: 'Install the package first.',
    };
  }
  const actual = `${service} is ${unit.active} (${unit.sub})`;
  if (unit.active === 'active' && unit.sub === 'exited') {
    return {
      outcome: 'could-not-check',
      expected,
      actual,
      reason:
        'systemd started the service but does not follow its process; node.running tells whether it runs',
    };
  }
  if (unit.active === 'active' || unit.active === 'reloading') return { outcome: 'pass', expected, actual };
  const unmask = unit.load === 'masked' ? `systemctl unmask ${service} && ` : '';
  return { outcome: 'fail', expected, actual, fix: `${unmask}systemctl start ${service}` };
}
