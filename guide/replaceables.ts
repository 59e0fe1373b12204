import type { Action, Replaceable, Step } from '../model/procedure.ts';
import type { SourceLocation } from '../model/source-location.ts';

/** A text of the guide that is to be run, or written to a file, and its place. */
export interface Use {
  readonly text: string;
  readonly where: SourceLocation;
}

const word = /(?<![\w$]|\$\{)[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+(?!\w|\s*=)/g;

/** Whether a word is of the form of a replaceable: capitals, with underscores if there is more than one of them. */
export function isReplaceable(name: string): boolean {
  return /^[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)*$/.test(name);
}

/** The replaceables in a text; a shell variable (`$NAME`) and the name of a setting (`NAME=`) are none. */
export function findReplaceables(text: string): string[] {
  return [...new Set(text.match(word) ?? [])];
}

/** The text with values put for replaceables, whole words only; it is not quoted for any shell. */
export function substitute(text: string, values: Readonly<Record<string, string>>): string {
  const wordForm = /(?<![\w$]|\$\{)[A-Z][A-Z0-9_]*(?!\w|\s*=)/g;
  return text.replace(wordForm, (name) => (Object.hasOwn(values, name) ? (values[name] ?? name) : name));
}

/** The procedure's replaceables by name: where each is used, and the sentence that explains it. */
export function replaceablesOf(steps: readonly Step[], uses: readonly Use[]): Replaceable[] {
  const explained = explanationsOf(steps.flatMap((step) => step.actions));
  const assigned = new Set(uses.flatMap((use) => use.text.match(/\b[A-Z][A-Z0-9_]*(?==)/g) ?? []));
  const used = uses.flatMap((use) => findReplaceables(use.text)).filter((name) => !assigned.has(name));
  const names = new Set([...explained.keys(), ...used]);
  return [...names].sort().map((name) => {
    const explanation = explained.get(name);
    const usedAt = uses
      .filter((use) => substitute(use.text, { [name]: '' }) !== use.text)
      .map((use) => use.where);
    return { name, usedAt, ...(explanation ? { explanation } : {}) };
  });
}

function explanationsOf(actions: readonly Action[]): Map<string, Use> {
  const found = new Map<string, Use>();
  for (const action of actions) {
    if (action.kind === 'remedy') {
      for (const [name, said] of explanationsOf(action.actions)) if (!found.has(name)) found.set(name, said);
    } else if (action.kind === 'explanation' && action.replaceable && !found.has(action.replaceable)) {
      found.set(action.replaceable, { text: action.text, where: action.where });
    }
  }
  return found;
}
