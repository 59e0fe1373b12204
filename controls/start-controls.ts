import type { Judgement } from '../model/evidence.ts';
import type { ControlSite } from './control-site.ts';
import { type ControlId, controls } from './index.ts';

/** What came of a control, and how long it took. */
export type ControlResult = Judgement & { readonly durationMs: number };

/** Makes all controls, one after the other in the order of the registry, and gives the result of each as soon as it is there. */
export function startControls(site: ControlSite): ReadonlyMap<string, Promise<ControlResult>> {
  const results = new Map<string, Promise<ControlResult>>();
  let previous: Promise<unknown> = Promise.resolve();
  for (const { id, prove } of controls) {
    const result = previous.then(() => timed(() => prove(site)));
    results.set(id satisfies ControlId, result);
    previous = result.catch(() => undefined);
  }
  return results;
}

async function timed(prove: () => Promise<Judgement>): Promise<ControlResult> {
  const startedAt = performance.now();
  const judgement = await prove();
  return { ...judgement, durationMs: performance.now() - startedAt };
}
