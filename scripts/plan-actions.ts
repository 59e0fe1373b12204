import type { Action } from '../model/procedure.ts';
import { wrap } from '../reports/wrap.ts';

/** The file that line numbers without a name belong to, and how far the lines are moved to the right. */
export interface Page {
  readonly file: string;
  readonly indent: string;
}

/** How wide prose is set. */
export const columns = 100;

/** One action as lines that begin with its line in the guide. */
export function actionLines(action: Action, page: Page): string[] {
  const { where } = action;
  const place = where.file === page.file ? String(where.line) : `${where.file}:${where.line}`;
  const front = `${page.indent}${place.padStart(6)}  `;
  const below = ' '.repeat(front.length);
  const [first = '', ...rest] = wordsFor(action, columns - front.length);
  const lines = [`${front}${first}`, ...rest.map((line) => `${below}${line}`.trimEnd())];
  if (action.kind !== 'remedy') return lines;
  const inside = { ...page, indent: `${page.indent}      ` };
  return [...lines, ...action.actions.flatMap((inner) => actionLines(inner, inside))];
}

/** What is done, in at most `width` columns where it is prose. */
function wordsFor(action: Action, width: number): readonly string[] {
  switch (action.kind) {
    case 'command':
      return [...typed(action.prompt, action.command), ...shown(action.promised?.lines, 'should print')];
    case 'copy-file':
      return [`copy ${action.source} to ${action.destination}`];
    case 'edit-file':
      return [`edit ${action.path} to contain`, ...action.lines.map((line) => `  ${line}`)];
    case 'start-service':
      return [action.text];
    case 'remedy':
      return wrap(
        `only if ${action.symptom ? `“${action.symptom}” is seen` : 'it is so'}: ${action.text}`,
        width,
        '',
      );
    case 'explanation':
      return wrap(
        action.replaceable ? action.text : `(not run: ${action.skipped}) ${action.text}`,
        width,
        '',
      );
    case 'unrecognised':
      return shown(action.text.split('\n'), 'NOT UNDERSTOOD');
  }
}

function typed(prompt: string, command: string): string[] {
  const below = ' '.repeat(prompt.length);
  return command.split('\n').map((line, index) => `${index === 0 ? prompt : below} ${line}`);
}

function shown(lines: readonly string[] = [], what: string): string[] {
  if (lines.length < 2) return lines.map((line) => `${what}: ${line}`);
  return [`${what}:`, ...lines.map((line) => `  ${line}`)];
}
