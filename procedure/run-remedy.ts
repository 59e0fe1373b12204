import type { Check, CheckResult } from '../model/check.ts';
import type { Judgement } from '../model/evidence.ts';
import type { Action, Remedy, Step } from '../model/procedure.ts';
import { carryOut, type Doable, isDoable, resultsOf, undoneResults } from './carry-out.ts';
import { checksOfAction } from './checks-of-action.ts';
import type { DoneEdit } from './edit-file.ts';
import type { Redact } from './redact.ts';
import { type Attempt, tryRepairs } from './repairs.ts';
import { judgeRun, record, runOnMachine } from './run-on-machine.ts';
import { startedUnit } from './started-unit.ts';
import { whyUndone } from './why-undone.ts';
import type { Workplace } from './workplace.ts';

/** What came of a remedy: the results of all its checks, and whether the service runs by it. */
export interface RemedyOutcome {
  readonly results: readonly CheckResult[];
  readonly mended: 'as-written' | 'with-more' | 'not';
  /** Id of the action after which nothing went on; there when the trouble is not mended. */
  readonly stuckAt?: string;
}

interface Progress {
  edit?: DoneEdit;
  mended: RemedyOutcome['mended'];
  stuckAt?: string;
}

/**
 * Carries out a remedy to the letter. Where starting the service fails even then, the remedy lacks something: that is a fail
 * of the line that says to start it, what would have mended it is found by trying, and the procedure goes on from there.
 * `why` is how the need for the remedy was seen; it goes into the reason of each result.
 */
export async function runRemedy(
  step: Step,
  remedy: Remedy,
  unit: string,
  why: string,
  workplace: Workplace,
): Promise<RemedyOutcome> {
  const progress: Progress = { mended: 'as-written' };
  const results: CheckResult[] = [];
  for (const action of remedy.actions) {
    const checks = checksOfAction(step, action);
    results.push(...(await perform(action, checks, unit, progress, workplace)));
  }
  const last = remedy.actions.findLast(isDoable);
  if (last && progress.stuckAt === undefined) await seeItRuns(last, unit, progress, results, workplace);
  const { mended, stuckAt } = progress;
  const explained = results.map((result) => because(result, why));
  return { results: explained, mended, ...(stuckAt !== undefined && { stuckAt }) };
}

async function perform(
  action: Action,
  checks: readonly Check[],
  unit: string,
  progress: Progress,
  workplace: Workplace,
): Promise<readonly CheckResult[]> {
  if (progress.stuckAt !== undefined)
    return undoneResults(checks, 'could-not-check', `blocked by ${progress.stuckAt}`);
  if (!isDoable(action)) return undoneResults(checks, ...whyUndone(action));
  const outcome = await carryOut(action, unit, workplace);
  if (outcome.edit) progress.edit = outcome.edit;
  if (outcome.judgement.outcome === 'pass') return resultsOf(checks, outcome);
  const lacking = outcome.judgement.outcome === 'fail' && starts(action);
  const attempts = lacking ? await tryRepairs(action.id, progress.edit, unit, workplace) : [];
  const mending = attempts.find(({ mended }) => mended);
  progress.mended = mending ? 'with-more' : 'not';
  if (!mending) progress.stuckAt = action.id;
  const needed = mending && workplace.redact(inWords(mending, progress.edit?.path ?? ''));
  if (needed !== undefined)
    workplace.ledger.add({
      id: 'remedy.repaired',
      text: `${needed}: the guide does not say so`,
      where: action.where,
    });
  const judgement = withAttempts(outcome.judgement, attempts, needed, workplace.redact);
  const results = resultsOf(checks, { ...outcome, judgement });
  return mending ? results.map((result) => ({ ...result, repair: mending.repair })) : results;
}

function starts(action: Doable): boolean {
  return (
    action.kind === 'start-service' ||
    (action.kind === 'command' && startedUnit(action.command) !== undefined)
  );
}

function inWords({ repair, says }: Attempt, path: string): string {
  return repair.edit !== undefined ? `when editing ${path}, ${says}` : `after editing ${path}, also ${says}`;
}

function withAttempts(
  judgement: Judgement,
  attempts: readonly Attempt[],
  needed: string | undefined,
  redact: Redact,
): Judgement {
  if (attempts.length === 0) return judgement;
  const tried = attempts.map(
    ({ says, mended, printed }) => `- ${says}: ${mended ? 'the service starts' : `fails (${printed})`}`,
  );
  const told = `Tried then, beyond what the guide says, each from the same state:\n${tried.join('\n')}`;
  const actual = redact(`${judgement.actual}\n${told}`);
  return {
    ...judgement,
    actual,
    ...(needed !== undefined && { fix: `${needed}; the guide does not say so.` }),
  };
}

/** A remedy that never says to start the service, or after which it dies again, has mended nothing. */
async function seeItRuns(
  last: Doable,
  unit: string,
  progress: Progress,
  results: CheckResult[],
  workplace: Workplace,
): Promise<void> {
  const run = await runOnMachine(['systemctl', 'is-active', unit], workplace);
  if (run.exitCode === 0) return;
  record(last.id, run, workplace);
  Object.assign(progress, { mended: 'not', stuckAt: last.id });
  const { outcome } = judgeRun(run, workplace);
  const judgement: Judgement = {
    outcome: outcome === 'fail' ? 'fail' : 'could-not-check',
    severity: 'error',
    expected: `${unit} runs after the remedy`,
    actual: run.text.trim(),
    fix: 'Let the remedy end with starting the service again.',
  };
  const at = results.findIndex(({ check }) => check.id === last.id);
  const before = results[at];
  if (before) results[at] = { ...before, judgement };
}

function because({ judgement, ...result }: CheckResult, why: string): CheckResult {
  const reason = judgement.reason === undefined ? why : `${judgement.reason}; ${why}`;
  return { ...result, judgement: { ...judgement, reason } };
}
