import { MachineError } from '../containers/machine-error.ts';
import type { Evidence } from '../model/evidence.ts';
import type { ControlSite, Proven } from './control-site.ts';
import { evidenceOf } from './evidence-of.ts';
import { attemptLogin } from './login-attempt.ts';

/** How long the broker may take to come back; a loaded host needs 10 s. */
const returnTimeoutMs = 120_000;

/** What was found out after a reboot. */
export interface Reboot {
  readonly after: Proven['judgements'];
  /** What became of the broker until everything was proven again. */
  readonly broker: 'answers' | 'is not started' | `does not answer within ${number} s`;
}

/** Reboots the machine, waits until its broker is back or will not come, and proves everything once more. */
export async function gatherReboot(site: ControlSite): Promise<Evidence<Reboot>> {
  const rebooted = await evidenceOf(async () => {
    try {
      await site.restart();
    } catch (error) {
      // It did reboot, only not whole: whether that touches the broker is what is asked here.
      if (!(error instanceof MachineError)) throw error;
    }
    return await brokerSettled(site, performance.now() + returnTimeoutMs);
  });
  if (!rebooted.known) return rebooted;
  const { judgements } = await site.prove();
  return { known: true, value: { after: judgements, broker: rebooted.value } };
}

/** States from which systemd does not bring a unit up by itself any more (systemd(1), “Units”). */
const resting = ['failed', 'inactive'];

async function brokerSettled(site: ControlSite, until: number): Promise<Reboot['broker']> {
  while (performance.now() < until) {
    const login = await attemptLogin(site.address());
    if (login.ok || login.refusal.kind === 'refused') return 'answers';
    const { stdout } = await site.transport.run(['systemctl', 'is-active', site.service]);
    if (resting.includes(stdout.trim())) return 'is not started';
  }
  return `does not answer within ${returnTimeoutMs / 1000} s`;
}
