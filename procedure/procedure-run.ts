import type { Check, CheckResult } from '../model/check.ts';
import type { Judgement } from '../model/evidence.ts';
import type { Action, Command, Step } from '../model/procedure.ts';
import { checksOfAction } from './checks-of-action.ts';
import { runCommand, type Workplace } from './run-command.ts';

/** A procedure under way on one machine. */
export interface ProcedureRun {
  /** Carries out the next action and gives the result of each of its checks; after a failed one, nothing is run any more. */
  perform(step: Step, action: Action): Promise<readonly CheckResult[]>;
}

/** Starts a procedure; `blockedBy` is why nothing can be run at all, where that is known already. */
export function startProcedure(workplace: Workplace, blockedBy?: string): ProcedureRun {
  let blocked = blockedBy;
  return {
    async perform(step, action) {
      const checks = checksOfAction(step, action);
      if (blocked) return checks.map((check) => unchecked(check, blocked ?? ''));
      const results = await carryOut(action, checks, workplace);
      if (stops(action, results[0])) blocked = `blocked by ${action.id}`;
      return results;
    },
  };
}

/** A command that did not work leaves its reader stuck; a sentence that only we cannot read does not. */
function stops(action: Action, first: CheckResult | undefined): action is Command {
  return action.kind === 'command' && first?.judgement.outcome !== 'pass';
}

async function carryOut(
  action: Action,
  checks: readonly Check[],
  workplace: Workplace,
): Promise<readonly CheckResult[]> {
  switch (action.kind) {
    case 'command':
      return resultsOfCommand(action, checks, workplace);
    case 'explanation':
      return [];
    case 'unrecognised':
      return checks.map((check) =>
        unchecked(check, `unrecognised: expected ${action.expected}, got “${action.text}”`),
      );
    case 'remedy':
      return checks.map((check) =>
        notNeeded(
          check,
          `needed only in case of ${action.symptom ?? 'the trouble it names'}, which did not arise`,
        ),
      );
    default:
      return checks.map((check) =>
        unchecked(check, `an action of the kind ${action.kind} is not carried out yet`),
      );
  }
}

async function resultsOfCommand(
  command: Command,
  checks: readonly Check[],
  workplace: Workplace,
): Promise<readonly CheckResult[]> {
  const outcome = await runCommand(command, workplace);
  const judgements = outcome.promised ? [outcome.command, outcome.promised] : [outcome.command];
  return checks.flatMap((check, index) => {
    const judgement = judgements[index];
    return judgement ? [{ check, judgement, durationMs: index === 0 ? outcome.durationMs : 0 }] : [];
  });
}

function unchecked(check: Check, reason: string): CheckResult {
  return judged(check, { outcome: 'could-not-check', severity: check.severity, reason });
}

function notNeeded(check: Check, reason: string): CheckResult {
  return judged(check, { outcome: 'not-applicable', severity: check.severity, reason });
}

function judged(check: Check, judgement: Judgement): CheckResult {
  return { check, judgement, durationMs: 0 };
}
