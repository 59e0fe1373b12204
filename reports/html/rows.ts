import type { Finding } from '../../model/finding.ts';
import { groupOf } from '../finding-group.ts';

/** The parts of the matrix, in the order in which a reader meets what they are about. */
export const parts = ['Steps', 'Promised output', 'Requirements', 'Access', 'Controls'] as const;
export type Part = (typeof parts)[number];

/** A line of the matrix: what was found about one thing, on whichever targets it was asked of. */
export interface Row {
  readonly part: Part;
  readonly title: string;
  /** Ids of its findings: one thing can be step 2 of one distribution's reader and step 3 of another's. */
  readonly ids: readonly string[];
  readonly findings: readonly Finding[];
}

const controls: ReadonlySet<string> = new Set(['control', 'password', 'boot']);

const partOfGroup = {
  step: 'Steps',
  output: 'Promised output',
  requirement: 'Requirements',
  access: 'Access',
} as const satisfies Record<ReturnType<typeof groupOf>, Part>;

/** Findings as rows, part by part: steps and outputs by the guide's own words and in its order, the others by id as they come. */
export function rowsOf(findings: readonly Finding[]): readonly Row[] {
  const rows = new Map<string, { part: Part; findings: Finding[] }>();
  const seen = new Map<string, number>();
  for (const finding of findings) {
    const part = partOf(finding.id);
    const name = isGuides(part) ? finding.title : finding.id;
    const own = JSON.stringify([finding.target, part, name]);
    const count = (seen.get(own) ?? 0) + 1;
    seen.set(own, count);
    const key = JSON.stringify([part, name, count]);
    const row = rows.get(key) ?? { part, findings: [] };
    row.findings.push(finding);
    rows.set(key, row);
  }
  const told = [...rows.values()].map(toRow);
  return parts.flatMap((part) =>
    inOrder(
      part,
      told.filter((row) => row.part === part),
    ),
  );
}

function partOf(id: string): Part {
  return controls.has(id.split('.', 1)[0] ?? '') ? 'Controls' : partOfGroup[groupOf(id)];
}

function isGuides(part: Part): boolean {
  return part === 'Steps' || part === 'Promised output';
}

function toRow({ part, findings }: { part: Part; findings: readonly Finding[] }): Row {
  return {
    part,
    title: findings[0]?.title ?? '',
    ids: [...new Set(findings.map(({ id }) => id))],
    findings,
  };
}

function inOrder(part: Part, rows: readonly Row[]): readonly Row[] {
  return isGuides(part) ? rows.toSorted((a, b) => firstLine(a) - firstLine(b)) : rows;
}

function firstLine(row: Row): number {
  return row.findings.reduce((least, { where }) => Math.min(least, where.line), Number.POSITIVE_INFINITY);
}
