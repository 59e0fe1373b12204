import type { Action, Procedure } from '../model/procedure.ts';

/** Every action of a procedure in the guide's order, those of remedies in their place. */
export function actionsIn({ steps }: Procedure): readonly Action[] {
  return steps.flatMap((step) => step.actions.flatMap(withInner));
}

function withInner(action: Action): readonly Action[] {
  return action.kind === 'remedy' ? [action, ...action.actions.flatMap(withInner)] : [action];
}
