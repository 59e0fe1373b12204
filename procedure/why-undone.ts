import type { Action, Remedy } from '../model/procedure.ts';

/** What is said of an action that asks for nothing to be done, or for nothing that can be done now. */
export function whyUndone(action: Action): ['not-applicable' | 'could-not-check', string] {
  if (action.kind === 'remedy') return ['not-applicable', `${neededFor(action)}, which did not arise`];
  const expected = action.kind === 'unrecognised' ? action.expected : 'something to do';
  return ['could-not-check', `unrecognised: expected ${expected}, got “${action.text}”`];
}

function neededFor({ symptom }: Remedy): string {
  return `needed only in case of ${symptom ?? 'the trouble it names'}`;
}
