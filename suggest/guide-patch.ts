import type { SuggestedPatch } from '../model/suggestion.ts';
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

/** What a patch says of itself. */
type Told = Omit<SuggestedPatch, 'diff'> & { readonly tool: string };

/**
 * The text of `guide.patch`: in words what it is, then a unified diff for each file with `a/` and `b/` before its path, as
 * git-apply(1) and `patch -p1` take it; both skip the words. `pathOf` gives a file's path from where the patch applies.
 */
export function guidePatch(
  told: Told,
  sources: ReadonlyMap<string, string>,
  proposals: readonly Proposal[],
  pathOf: (file: string) => string,
): string {
  const diffs = [...patchedSources(sources, proposals)].map(([file, text]) => {
    const path = pathOf(file);
    return unifiedDiff({ path: `a/${path}`, text: sources.get(file) ?? '' }, { path: `b/${path}`, text });
  });
  return `${preamble(told)}\n${diffs.join('')}`;
}

const standing = {
  proven: 'Proven: the guide with this patch was run again',
  rehearsed: 'Rehearsed, not proven: the guide with this patch was run on stand-ins, which prove nothing',
} satisfies Record<SuggestedPatch['kind'], string>;

// Every line begins in a way in which no line of a diff does.
function preamble({ tool, kind, targets, removes, remarks, apply }: Told): string {
  const lines = [
    `Suggested by ${tool}.`,
    `${standing[kind]} (${targets.join(', ')}). It removes:`,
    ...removes.map(
      ({ id, where, targets: on }) => `* ${id} (${where.file}:${where.line}) on ${on.join(', ')}`,
    ),
    ...(remarks.length > 0 ? ['To bear in mind:', ...remarks.map((remark) => `* ${remark}`)] : []),
    `Apply it with: ${apply}`,
  ];
  return lines.map((line) => `${line.replaceAll(/[\r\n]+/g, ' ')}\n`).join('');
}
