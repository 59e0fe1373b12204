import { createHash } from 'node:crypto';
import type { GuideSource } from '../model/procedure.ts';
import type { Assignment } from '../suites/chapter-input.ts';

/** The one guide that a run followed: a file, or a folder whose files are summed up in one digest. */
export function guideSource(assignments: readonly Assignment[], asked: string | undefined): GuideSource {
  const sources = new Map(assignments.map(({ procedure: { guide } }) => [guide.path, guide]));
  const [first, ...others] = [...sources.values()].sort((a, b) => a.path.localeCompare(b.path));
  if (first && others.length === 0) return first;
  const digest = createHash('sha256');
  for (const { path, sha256 } of first ? [first, ...others] : []) digest.update(`${path}\n${sha256}\n`);
  return { path: asked ?? '', sha256: digest.digest('hex') };
}
