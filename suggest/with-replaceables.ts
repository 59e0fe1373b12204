import type { Witness } from './material.ts';

/** What was printed as a guide shows it: where a value of the reader's choice stands, the name that the guide has for it. */
export function withReplaceables(text: string, { procedure, values }: Witness): string {
  // Secrets were replaced by their names in brackets as soon as they were printed.
  const named = procedure.replaceables.reduce((rest, { name }) => rest.replaceAll(`[${name}]`, name), text);
  return [...values].reduce((rest, [name, value]) => rest.replace(wholeWord(value), () => name), named);
}

function wholeWord(value: string): RegExp {
  const literally = value.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');
  return new RegExp(`(?<![\\w.])${literally}(?![\\w])(?!\\.\\w)`, 'g');
}
