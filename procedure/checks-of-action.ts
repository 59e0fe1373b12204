import type { Check } from '../model/check.ts';
import type { Action, Command, Procedure, Step } from '../model/procedure.ts';

/** The checks that a procedure's reader is owed, in the guide's order, before anything has run. */
export function checksOfProcedure(procedure: Procedure): readonly Check[] {
  return procedure.steps.flatMap((step) => step.actions.flatMap((action) => checksOfAction(step, action)));
}

/** The checks that one action gives rise to: none for a sentence that asks for nothing. */
export function checksOfAction(step: Step, action: Action): readonly Check[] {
  switch (action.kind) {
    case 'explanation':
      return [];
    case 'remedy':
      return action.actions.flatMap((inner) => checksOfAction(step, inner));
    case 'command':
      return [check(step, action, action.command), ...checkOfPromise(action)];
    default:
      return [check(step, action, action.text)];
  }
}

function check(step: Step, action: Exclude<Action, { kind: 'explanation' | 'remedy' }>, what: string): Check {
  const title = `${step.title}: ${what.replaceAll(/\s*\\?\n\s*/g, ' ')}`;
  return { id: action.id, title, where: action.where, severity: 'error' };
}

function checkOfPromise({ command, promised }: Command): readonly Check[] {
  if (!promised) return [];
  return [
    {
      id: promised.id,
      title: `Promised output of ${command.replaceAll(/\s*\\?\n\s*/g, ' ')}`,
      where: promised.where,
      severity: 'warning',
    },
  ];
}
