import type { CheckResult } from '../model/check.ts';
import type { Procedure } from '../model/procedure.ts';
import { checksOfAction } from '../procedure/checks-of-action.ts';
import type { ProcedureRun } from '../procedure/procedure-run.ts';

/** A procedure that is carried out in the guide's order, no further than somebody wants to know. */
export interface FollowedProcedure {
  /** The result of a check of the procedure's; everything that the guide says before it is carried out first. */
  result(id: string): Promise<CheckResult | undefined>;
  /** Carries out all that is left. */
  finish(): Promise<void>;
  /** What is known so far, in the guide's order. */
  readonly results: readonly CheckResult[];
}

/** Follows `procedure` by `run`, each action once, whoever asks. */
export function followProcedure(procedure: Procedure, run: ProcedureRun): FollowedProcedure {
  const parts = procedure.steps.flatMap((step) => step.actions.map((action) => ({ step, action })));
  const places = new Map(
    parts.flatMap(({ step, action }, index) =>
      checksOfAction(step, action).map(({ id }) => [id, index] as const),
    ),
  );
  const results: CheckResult[] = [];
  const performed: Promise<void>[] = [];
  const perform = async (index: number): Promise<void> => {
    if (index > 0) await upTo(index - 1);
    const part = parts[index];
    if (part) results.push(...(await run.perform(part.step, part.action)));
  };
  const upTo = (index: number): Promise<void> => {
    performed[index] ??= perform(index);
    return performed[index];
  };
  return {
    async result(id) {
      await upTo(places.get(id) ?? -1);
      return results.find(({ check }) => check.id === id);
    },
    finish: () => upTo(parts.length - 1),
    results,
  };
}
