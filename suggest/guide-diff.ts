import { unifiedDiff } from '../procedure/unified-diff.ts';
import type { Proposal } from './proposal.ts';
import { edited } from './source-lines.ts';

/** The guide's files with changes, by the path that findings name them with; files that stay as they are are left out. */
export function patchedSources(
  sources: ReadonlyMap<string, string>,
  proposals: readonly Proposal[],
): ReadonlyMap<string, string> {
  const edits = proposals.flatMap((proposal) => proposal.edits);
  return new Map(
    [...sources].flatMap(([path, text]) => {
      const own = edits.filter(({ file }) => file === path);
      return own.length === 0 ? [] : [[path, edited(text, own)] as const];
    }),
  );
}

/**
 * What changes in the guide as a unified diff, file by file, with `a/` and `b/` before each path as git-apply(1) and
 * `patch -p1` take it. `pathOf` gives a file's path from where the patch is to apply.
 */
export function guideDiff(
  sources: ReadonlyMap<string, string>,
  proposals: readonly Proposal[],
  pathOf: (file: string) => string,
): string {
  const diffs = [...patchedSources(sources, proposals)].map(([file, text]) => {
    const path = pathOf(file);
    return unifiedDiff({ path: `a/${path}`, text: sources.get(file) ?? '' }, { path: `b/${path}`, text });
  });
  return diffs.join('');
}
