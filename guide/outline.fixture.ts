import type { Action, Procedure } from '../model/procedure.ts';

/** A procedure in lines that a test can be read by: steps, then each action with its id and its line in the guide. */
export function outline(procedure: Procedure): string[] {
  return procedure.steps.flatMap((step) => [
    `${step.number} ${step.title} :${step.where.line}`,
    ...step.actions.flatMap(outlineAction),
  ]);
}

function outlineAction(action: Action): string[] {
  const line = `:${action.where.line}`;
  if (action.kind === 'command') {
    const { promised } = action;
    const output = promised ? [`${promised.id} ${promised.lines.join('|')} :${promised.where.line}`] : [];
    return [`${action.id} ${action.prompt} ${action.command} ${line}`, ...output];
  }
  if (action.kind === 'remedy')
    return [`remedy ${action.symptom} ${line}`, ...action.actions.flatMap(outlineAction)];
  if (action.kind === 'explanation') return [`(${action.replaceable ?? action.skipped}) ${line}`];
  return [`${action.id} ${action.kind} ${line}`];
}
