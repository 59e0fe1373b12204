import type { CheckResult } from '../model/check.ts';
import type { Action, Command, Step } from '../model/procedure.ts';
import type { ActionOutcome } from './action-outcome.ts';
import { carryOut, isDoable, resultsOf, undoneResults } from './carry-out.ts';
import { checksOfAction } from './checks-of-action.ts';
import { meetTrouble, provokeTrouble } from './meet-trouble.ts';
import { startedUnit } from './started-unit.ts';
import { whyUndone } from './why-undone.ts';
import type { Workplace } from './workplace.ts';

/** A procedure under way on one machine. */
export interface ProcedureRun {
  /**
   * Carries out the next action and gives the result of each of its checks; after a failed one, nothing is run any more.
   * A remedy is run as soon as the trouble arises that it is for, and its results are given when it is its turn.
   */
  perform(step: Step, action: Action): Promise<readonly CheckResult[]>;
  /** Why nothing is run any more, where that is so. */
  readonly blockedBy: string | undefined;
  /** Whether a remedy was carried out by which the service runs now. */
  readonly remedyApplied: boolean;
}

/** Starts a procedure; nothing is typed yet. */
export function startProcedure(workplace: Workplace): ProcedureRun {
  let blocked: string | undefined;
  let unit = workplace.service;
  let remedyApplied = false;
  const known = new Map<Action, readonly CheckResult[]>();

  const settle = async (step: Step, action: Command, outcome: ActionOutcome): Promise<ActionOutcome> => {
    const started = startedUnit(action.command);
    const failed = outcome.judgement.outcome !== 'pass';
    if (started === undefined || (!failed && !workplace.forceRemedy)) {
      if (failed) blocked = `blocked by ${action.id}`;
      return outcome;
    }
    const meet = failed ? meetTrouble : provokeTrouble;
    const met = await meet(step, action, outcome.judgement, started, workplace);
    for (const [remedy, results] of met.remedies) known.set(remedy, results);
    blocked = met.blockedBy;
    remedyApplied ||= met.mended;
    return { ...outcome, judgement: met.judgement };
  };

  return {
    async perform(step, action) {
      const checks = checksOfAction(step, action);
      const already = known.get(action);
      if (already) return already;
      if (blocked) return undoneResults(checks, 'could-not-check', blocked);
      if (!isDoable(action)) return undoneResults(checks, ...whyUndone(action));
      if (action.kind === 'command') {
        unit = startedUnit(action.command) ?? unit;
        return resultsOf(checks, await settle(step, action, await carryOut(action, unit, workplace)));
      }
      const outcome = await carryOut(action, unit, workplace);
      // What did not work leaves the guide's reader stuck; a sentence that only we cannot read does not.
      if (outcome.judgement.outcome !== 'pass') blocked = `blocked by ${action.id}`;
      return resultsOf(checks, outcome);
    },
    get blockedBy() {
      return blocked;
    },
    get remedyApplied() {
      return remedyApplied;
    },
  };
}
