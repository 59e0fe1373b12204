import type { CheckResult } from '../model/check.ts';
import type { Judgement } from '../model/evidence.ts';
import type { Command, Remedy, Step } from '../model/procedure.ts';
import { undoneResults } from './carry-out.ts';
import { checksOfAction } from './checks-of-action.ts';
import { diagnose } from './diagnose.ts';
import { forceTrouble } from './force-remedy.ts';
import { conditionOf } from './remedy-condition.ts';
import { type RemedyOutcome, runRemedy } from './run-remedy.ts';
import type { Workplace } from './workplace.ts';

/** What became of a service's start in a step that has a remedy. */
export interface MetTrouble {
  /** Of the start itself. */
  readonly judgement: Judgement;
  /** Why nothing can go on, where that is so. */
  readonly blockedBy?: string;
  /** The results of the remedies that were looked at more closely than by “did not arise”. */
  readonly remedies: ReadonlyMap<Remedy, readonly CheckResult[]>;
  /** A remedy was carried out, and the service runs. */
  readonly mended: boolean;
}

const nothing = { remedies: new Map(), mended: false } as const;

/**
 * Looks after a service that did not start. If the trouble is one that a remedy of the step foresees, the remedy is run at
 * once, as the guide's reader would. The start itself then is a fail that weighs nothing (`info`): it did fail, and the guide
 * says what to do. Whether that mends it is judged on the remedy's own lines, so that one defect counts once. Any other
 * trouble stays the error that it is.
 */
export async function meetTrouble(
  step: Step,
  start: Command,
  judgement: Judgement,
  unit: string,
  workplace: Workplace,
): Promise<MetTrouble> {
  const blockedBy = `blocked by ${start.id}`;
  const remedies = remediesAfter(step, start);
  if (remedies.length === 0 || judgement.outcome !== 'fail') return { ...nothing, judgement, blockedBy };
  const told = await diagnose(start, workplace);
  const conditions = remedies.map((remedy) => ({
    remedy,
    ...conditionOf(remedy, { printed: judgement.actual ?? '', told }),
  }));
  const needed = conditions.find(({ arose }) => arose);
  if (!needed) {
    const reason = conditions.map((condition) => condition.reason).join('; ');
    return { ...nothing, judgement: { ...judgement, reason }, blockedBy };
  }
  const outcome = await runRemedy(step, needed.remedy, unit, needed.reason, workplace);
  const foreseen = `foreseen in ${place(needed.remedy)}: ${needed.reason}; the remedy there ${ending[outcome.mended]}`;
  return met({ ...judgement, severity: 'info', reason: foreseen }, needed.remedy, outcome);
}

/** Makes the trouble arise although the service started, and runs the remedy for it. */
export async function provokeTrouble(
  step: Step,
  start: Command,
  judgement: Judgement,
  unit: string,
  workplace: Workplace,
): Promise<MetTrouble> {
  const [remedy] = remediesAfter(step, start);
  if (!remedy) return { ...nothing, judgement };
  const trouble = await forceTrouble(remedy, start, unit, workplace);
  const condition = trouble.arose
    ? conditionOf(remedy, { printed: trouble.printed, told: await diagnose(start, workplace) })
    : trouble;
  if (!condition.arose) {
    const reason = `the trouble could not be forced: ${condition.reason}`;
    const results = undoneResults(checksOfAction(step, remedy), 'could-not-check', reason);
    const blockedBy = trouble.arose ? { blockedBy: `blocked by ${start.id}: ${reason}` } : {};
    return { ...nothing, judgement, remedies: new Map([[remedy, results]]), ...blockedBy };
  }
  const outcome = await runRemedy(step, remedy, unit, `forced: ${condition.reason}`, workplace);
  return met(judgement, remedy, outcome);
}

const ending = {
  'as-written': 'mended it',
  'with-more': 'did not mend it as it is written, something else did besides',
  not: 'did not mend it',
} satisfies Record<RemedyOutcome['mended'], string>;

function met(judgement: Judgement, remedy: Remedy, { results, mended, stuckAt }: RemedyOutcome): MetTrouble {
  const blockedBy = stuckAt === undefined ? {} : { blockedBy: `blocked by ${stuckAt}` };
  return { judgement, remedies: new Map([[remedy, results]]), mended: mended !== 'not', ...blockedBy };
}

function remediesAfter(step: Step, start: Command): readonly Remedy[] {
  const rest = step.actions.slice(step.actions.indexOf(start) + 1);
  return rest.filter((action) => action.kind === 'remedy');
}

function place({ where }: Remedy): string {
  return `${where.file}:${where.line}`;
}
