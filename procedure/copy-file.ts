import type { CopyFile } from '../model/procedure.ts';
import type { ActionOutcome } from './action-outcome.ts';
import { judgeRun, record, runOnMachine } from './run-on-machine.ts';
import type { Workplace } from './workplace.ts';

/**
 * Copies a file as the guide says, by cp(1). “To the … directory” means into it, under the same name; the slash at the end
 * keeps cp from making a file of that name where there is no such directory.
 */
export async function copyFile(action: CopyFile, workplace: Workplace): Promise<ActionOutcome> {
  const source = workplace.substitute(action.source);
  const named = workplace.substitute(action.destination);
  const into = /\bdirectory\.?$/i.test(action.text) && !named.endsWith('/');
  const run = await runOnMachine(['cp', '--', source, into ? `${named}/` : named], workplace);
  record(action.id, run, workplace);
  return { judgement: judgeRun(run, workplace), durationMs: run.durationMs };
}
