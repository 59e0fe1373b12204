import type { CheckResult } from '../model/check.ts';
import type { Action, Procedure } from '../model/procedure.ts';
import type { Coverage } from '../model/report.ts';

type Fate = 'executed' | 'verified' | 'skipped' | 'unrecognised';

/**
 * Counts what became of everything that a procedure says: every sentence, code block and promised output of its steps has
 * exactly one fate, so the four counts add up to `steps` and nothing can get lost between the guide and the report.
 */
export function coverageOf(target: string, procedure: Procedure, results: readonly CheckResult[]): Coverage {
  const done = new Set(
    results
      .filter(({ judgement }) => judgement.outcome === 'pass' || judgement.outcome === 'fail')
      .map(({ check }) => check.id),
  );
  const fates = procedure.steps.flatMap((step) => fatesOfAll(step.actions, done, done.size > 0));
  const count = (fate: Fate): number => fates.filter((one) => one === fate).length;
  return {
    target,
    steps: fates.length,
    executed: count('executed'),
    verified: count('verified'),
    skipped: count('skipped'),
    unrecognised: count('unrecognised'),
  };
}

/** What is explained is put to use only where something beside it is done; `alone` holds where nothing stands beside it. */
function fatesOfAll(actions: readonly Action[], done: ReadonlySet<string>, alone: boolean): readonly Fate[] {
  const all = actions.map((action) => ({ action, fates: fatesOf(action, done) }));
  const doing = all.filter(({ action }) => action.kind !== 'explanation');
  const used = doing.length === 0 ? alone : doing.some(({ fates }) => fates.includes('executed'));
  return all.flatMap(({ action, fates }) =>
    used || action.kind !== 'explanation' ? fates : fates.map(() => 'skipped' as const),
  );
}

function fatesOf(action: Action, done: ReadonlySet<string>): readonly Fate[] {
  switch (action.kind) {
    case 'explanation':
      return [action.skipped === undefined ? 'executed' : 'skipped'];
    case 'remedy': {
      const inner = fatesOfAll(action.actions, done, false);
      return [inner.includes('executed') ? 'executed' : 'skipped', ...inner];
    }
    case 'unrecognised':
      return ['unrecognised'];
    case 'command': {
      const own: Fate = done.has(action.id) ? 'executed' : 'skipped';
      return action.promised ? [own, done.has(action.promised.id) ? 'verified' : 'skipped'] : [own];
    }
    default:
      return [done.has(action.id) ? 'executed' : 'skipped'];
  }
}
