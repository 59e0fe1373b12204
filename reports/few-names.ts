import { oneLine } from './plain-text.ts';

const all = 5;
const first = 3;

/** Names by commas: all of up to five, else the first three and how many more there are, and where these are listed. */
export function fewNames(names: readonly string[]): string {
  if (names.length <= all) return names.map(oneLine).join(', ');
  const shown = names.slice(0, first).map(oneLine).join(', ');
  return `${shown} and ${names.length - first} more (report.md / findings.json lists all)`;
}
