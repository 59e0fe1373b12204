import type { StartService } from '../model/procedure.ts';
import type { ActionOutcome } from './action-outcome.ts';
import { judgeRun, record, runOnMachine } from './run-on-machine.ts';
import type { Workplace } from './workplace.ts';

/** Starts a unit, or restarts it where the guide says so; `unit` is absent when the guide never said which one. */
export async function startService(
  action: StartService,
  unit: string | undefined,
  workplace: Workplace,
): Promise<ActionOutcome> {
  if (unit === undefined) {
    const reason = 'expected a command of the guide that names the unit to start, found none';
    return { judgement: { outcome: 'could-not-check', severity: 'error', reason }, durationMs: 0 };
  }
  const verb = /^restart\b/i.test(action.text) ? 'restart' : 'start';
  const run = await runOnMachine(['systemctl', verb, unit], workplace);
  record(action.id, run, workplace);
  return { judgement: judgeRun(run, workplace), durationMs: run.durationMs };
}
