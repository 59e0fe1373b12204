import type { CheckResult } from '../model/check.ts';
import type { Action, Step } from '../model/procedure.ts';
import { carryOut, isDoable, resultsOf, undoneResults } from './carry-out.ts';
import { checksOfAction } from './checks-of-action.ts';
import { startedUnit } from './started-unit.ts';
import type { Workplace } from './workplace.ts';

/** A procedure under way on one machine. */
export interface ProcedureRun {
  /** Carries out the next action and gives the result of each of its checks; after a failed one, nothing is run any more. */
  perform(step: Step, action: Action): Promise<readonly CheckResult[]>;
  /** Why nothing is run any more, where that is so. */
  readonly blockedBy: string | undefined;
}

/** Starts a procedure; nothing is typed yet. */
export function startProcedure(workplace: Workplace): ProcedureRun {
  let blocked: string | undefined;
  let unit = workplace.service;
  return {
    async perform(step, action) {
      const checks = checksOfAction(step, action);
      if (blocked) return undoneResults(checks, 'could-not-check', blocked);
      if (!isDoable(action)) return undoneResults(checks, ...whyUndone(action));
      if (action.kind === 'command') unit = startedUnit(action.command) ?? unit;
      const outcome = await carryOut(action, unit, workplace);
      // What did not work leaves the guide's reader stuck; a sentence that only we cannot read does not.
      if (outcome.judgement.outcome !== 'pass') blocked = `blocked by ${action.id}`;
      return resultsOf(checks, outcome);
    },
    get blockedBy() {
      return blocked;
    },
  };
}

function whyUndone(action: Action): ['not-applicable' | 'could-not-check', string] {
  if (action.kind === 'unrecognised')
    return ['could-not-check', `unrecognised: expected ${action.expected}, got “${action.text}”`];
  const trouble = (action.kind === 'remedy' && action.symptom) || 'the trouble it names';
  return ['not-applicable', `needed only in case of ${trouble}, which did not arise`];
}
