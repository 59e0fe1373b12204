import type { Judgement } from '../model/evidence.ts';
import { defineControl, type Verdict } from './control.ts';
import type { ControlSite } from './control-site.ts';
import { gatherReboot, type Reboot } from './reboot.ts';

/** What the guide sets up must outlive a power cut, not only the afternoon on which it was typed. */
export const bootPersistent = defineControl({
  id: 'boot.persistent',
  title: 'After a reboot, all that was proven still holds',
  severity: 'error',
  promised: ['service', 'package'],
  needs: ['node.running'],
  gather: gatherReboot,
  judge: judgeReboot,
});

/** What did not pass before the reboot is not counted against it. */
function judgeReboot(reboot: Reboot, { before, service }: Pick<ControlSite, 'before' | 'service'>): Verdict {
  const { after, broker } = reboot;
  const held = [...before.judgements].filter(([, { outcome }]) => outcome === 'pass').map(([id]) => id);
  const expected = `the ${held.length} checks that passed before the reboot pass again`;
  const lost = held.map((id) => [id, after.get(id)] as const).filter(([, now]) => now?.outcome !== 'pass');
  if (lost.length === 0) return { outcome: 'pass', expected, actual: `all ${held.length} pass again` };
  const told = `the broker ${broker}; no longer holds: ${lost.map(([id, now]) => `${id} (${wordOn(now)})`).join(', ')}`;
  if (lost.every(([, now]) => now?.outcome !== 'fail'))
    return { outcome: 'could-not-check', expected, reason: told };
  return { outcome: 'fail', expected, actual: told, fix: fixFor(service, reboot) };
}

function fixFor(service: string, { broker }: Reboot): string {
  if (broker === 'is not started') return `systemctl enable ${service}`;
  return `See what ${service} says of the last boot: journalctl --boot --unit ${service}`;
}

function wordOn(now: Judgement | undefined): string {
  return (now?.outcome === 'fail' ? now.actual : now?.reason) ?? 'nothing looked at it';
}
