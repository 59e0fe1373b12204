import type { Finding } from '../../model/finding.ts';
import type { Target } from '../../model/report.ts';
import { groupOf } from '../finding-group.ts';
import type { Standing } from '../standing.ts';
import type { Cell, Column } from './cell.ts';

/** Every standing, worst first, as the page shows it: a word and a sign beside the colour. */
const looks = {
  failed: { word: 'failed', sign: '✕' },
  'could-not-check': { word: 'not checked', sign: '?' },
  tolerated: { word: 'tolerated', sign: '▲' },
  known: { word: 'known', sign: '○' },
  waived: { word: 'waived', sign: '◇' },
  'not-applicable': { word: 'not applicable', sign: '–' },
  passed: { word: 'passed', sign: '✓' },
} satisfies Record<Standing, { readonly word: string; readonly sign: string }>;

const standings = Object.keys(looks) as (keyof typeof looks)[];

/** The looks as a list, worst first. */
export const standingLooks = standings.map((standing) => ({ standing, ...looks[standing] }));

/** A standing's sign. */
export function signOf(standing: Standing): string {
  return looks[standing].sign;
}

const remarks = { error: 'error', warning: 'warning', info: 'remark' } satisfies Record<
  Finding['severity'],
  string
>;

/** What became of a cell in a word or two: a tolerated promise is drift. */
export function wordOf({ standing, finding }: Pick<Cell, 'standing' | 'finding'>): string {
  if (standing === 'tolerated') return groupOf(finding.id) === 'output' ? 'drift' : remarks[finding.severity];
  return looks[standing].word;
}

/** Place of a standing among all, worst first. */
export function rankOf(standing: Standing): number {
  return standings.indexOf(standing);
}

const kinds = { real: 'real', 'stand-in': 'rehearsed', controller: 'existing' } satisfies Record<
  Target['kind'],
  string
>;

/** What a target's results are worth, in a word; nothing for what is no target. */
export function kindOf({ target }: Column): string {
  return target ? kinds[target.kind] : '';
}

/** Milliseconds as people say them. */
export function timeOf(ms: number): string {
  if (ms < 1000) return `${Math.round(ms)} ms`;
  const seconds = ms / 1000;
  if (seconds < 60) return `${seconds.toFixed(seconds < 10 ? 1 : 0)} s`;
  return `${Math.floor(seconds / 60)} min ${Math.round(seconds % 60)} s`;
}

const always: ReadonlySet<Standing> = new Set(['failed', 'could-not-check', 'tolerated', 'passed']);

/** The looks that a page has use for: the common ones, and what else occurs. */
export function usedLooks(occurring: readonly Pick<Cell, 'standing'>[]): typeof standingLooks {
  const there = new Set(occurring.map(({ standing }) => standing));
  return standingLooks.filter(({ standing }) => always.has(standing) || there.has(standing));
}
