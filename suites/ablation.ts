import { bootPersistent } from '../controls/boot-persistent.ts';
import type { CheckResult } from '../model/check.ts';
import type { Judgement } from '../model/evidence.ts';
import type { Procedure } from '../model/procedure.ts';
import { startProcedure } from '../procedure/procedure-run.ts';
import { guideExpectations } from '../requirements/expectations.ts';
import { controlSite } from './control-site.ts';
import type { OpenChapter } from './open-chapter.ts';
import { proveController } from './prove-controller.ts';
import type { UnitState } from './unit-state.ts';

/** The outcome of everything that was looked at, by id. */
export type Outcomes = ReadonlyMap<string, Judgement>;

/** All of it, and which broker answered, if one did. */
export interface Looks {
  readonly outcomes: Outcomes;
  readonly brokerVersion: string | undefined;
}

/**
 * Carries on from `state` with what the procedure says after the command with an id, then looks at everything: as a reader
 * does who has passed over that one command and does not mind what the others print.
 */
export async function carryOnWithout(
  id: string,
  procedure: Procedure,
  chapter: OpenChapter,
  state: UnitState,
): Promise<Outcomes> {
  await state.restore(chapter.controller.transport);
  const parts = procedure.steps.flatMap((step) => step.actions.map((action) => ({ step, action })));
  const skipped = parts.findIndex(({ action }) => action.kind === 'command' && action.id === id);
  const results: CheckResult[] = [];
  for (const { step, action } of parts.slice(skipped + 1)) {
    // A run of its own for each action: one that fails does not keep the next from being tried.
    results.push(...(await startProcedure(chapter.workplace).perform(step, action)));
  }
  const steps = results.map(({ check, judgement }) => [check.id, judgement] as const);
  return new Map([...steps, ...(await lookAtEverything(chapter)).outcomes]);
}

/** The requirements, access, and, where there is a broker to come back, a reboot. */
export async function lookAtEverything(chapter: OpenChapter): Promise<Looks> {
  const { controller, password } = chapter;
  const proof = await proveController(controller, password);
  const { judgements, brokerVersion } = proof;
  const works = ['node.running', 'access.login'].every((id) => judgements.get(id)?.outcome === 'pass');
  if (!works) return { outcomes: judgements, brokerVersion };
  const rebooted = await bootPersistent.prove(controlSite(controller, password, guideExpectations, proof));
  return { outcomes: new Map([...judgements, ['boot.persistent', rebooted]]), brokerVersion };
}
