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
  const fates = procedure.steps.flatMap((step) => step.actions.flatMap((action) => fatesOf(action, done)));
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

function fatesOf(action: Action, done: ReadonlySet<string>): readonly Fate[] {
  switch (action.kind) {
    case 'explanation':
      return [action.skipped === undefined ? 'executed' : 'skipped'];
    case 'remedy': {
      const inner = action.actions.map((one) => ({ one, fates: fatesOf(one, done) }));
      const tried = inner.some(({ one, fates }) => one.kind !== 'explanation' && fates.includes('executed'));
      const all = inner.flatMap(({ fates }) => fates);
      // What a remedy explains is put to use only where the remedy is.
      return tried ? ['executed', ...all] : ['skipped', ...all.map(unused)];
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

function unused(fate: Fate): Fate {
  return fate === 'executed' ? 'skipped' : fate;
}
