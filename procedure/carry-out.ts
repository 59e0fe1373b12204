import type { Check, CheckResult } from '../model/check.ts';
import type { Judgement } from '../model/evidence.ts';
import type { Action } from '../model/procedure.ts';
import type { ActionOutcome } from './action-outcome.ts';
import { copyFile } from './copy-file.ts';
import { type EditOutcome, editFile } from './edit-file.ts';
import { runCommand } from './run-command.ts';
import { startService } from './start-service.ts';
import type { Workplace } from './workplace.ts';

/** An action that asks for something to be done on the machine. */
export type Doable = Exclude<Action, { kind: 'explanation' | 'remedy' | 'unrecognised' }>;

/** Whether an action asks for something to be done. */
export function isDoable(action: Action): action is Doable {
  return action.kind !== 'explanation' && action.kind !== 'remedy' && action.kind !== 'unrecognised';
}

/** Does what an action asks for, to the letter; `unit` is what “the service” means by now. */
export function carryOut(
  action: Doable,
  unit: string | undefined,
  workplace: Workplace,
): Promise<EditOutcome> {
  switch (action.kind) {
    case 'command':
      return runCommand(action, workplace);
    case 'copy-file':
      return copyFile(action, workplace);
    case 'edit-file':
      return editFile(action, workplace);
    case 'start-service':
      return startService(action, unit, workplace);
  }
}

/** Gives an action's outcome to its checks: the first is on the action itself, the second on the output it promises. */
export function resultsOf(checks: readonly Check[], outcome: ActionOutcome): readonly CheckResult[] {
  const judgements = [outcome.judgement, outcome.promised];
  return checks.flatMap((check, index) => {
    const judgement = judgements[index];
    return judgement ? [{ check, judgement, durationMs: index === 0 ? outcome.durationMs : 0 }] : [];
  });
}

/** The same for all of an action's checks, where nothing was done. */
export function undoneResults(
  checks: readonly Check[],
  outcome: Judgement['outcome'],
  reason: string,
): readonly CheckResult[] {
  return checks.map((check) => ({
    check,
    judgement: { outcome, severity: check.severity, reason },
    durationMs: 0,
  }));
}
