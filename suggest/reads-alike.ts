import { diffArrays } from 'diff';
import type { Action, Procedure } from '../model/procedure.ts';
import { actionsIn } from './actions-in.ts';

/**
 * Whether a changed guide asks of its reader what it asked before, but for commands that were added on purpose: a line of
 * output that looks like a command, say, would be typed.
 */
export function readsAlike(before: Procedure, after: Procedure, added: readonly string[]): boolean {
  const changes = diffArrays(asked(before), asked(after));
  const wanted = new Set(added.flatMap((command) => [command, `sudo ${command}`]).map(typed));
  return changes.every(
    (change) => !change.removed && (!change.added || change.value.every((one) => wanted.has(one))),
  );
}

function asked(procedure: Procedure): string[] {
  return actionsIn(procedure).flatMap((action) => (action.kind === 'explanation' ? [] : [wordsOf(action)]));
}

function wordsOf(action: Action): string {
  if (action.kind === 'command') return typed(action.command);
  const { kind, text } = action;
  return JSON.stringify(action.kind === 'edit-file' ? [kind, text, action.lines] : [kind, text]);
}

function typed(command: string): string {
  return JSON.stringify(['command', command]);
}
