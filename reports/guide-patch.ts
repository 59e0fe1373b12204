import type { Report } from '../model/report.ts';
import { placeOf } from './finding-text.ts';
import { oneLine } from './plain-text.ts';
import { patchRemarks } from './suggestion-text.ts';
import { listed } from './wording.ts';

/** The file that holds a suggested patch. */
export const patchFile = 'guide.patch';

/**
 * The text of `guide.patch`: in words what it is, then the diff; git-apply(1) and patch(1) skip the words, none of whose
 * lines begins as one of a diff does. Absent where no patch is suggested.
 */
export function renderGuidePatch({
  tool,
  suggestion,
}: Pick<Report, 'tool' | 'suggestion'>): string | undefined {
  const patch = suggestion?.patch;
  if (!patch) return undefined;
  const lines = [
    `Suggested by ${tool.name} ${tool.version}. It removes:`,
    ...patch.removes.map((removed) => `* ${removed.id} (${placeOf(removed)}) on ${listed(removed.targets)}`),
    'What is known of it:',
    ...patchRemarks(patch).map((remark) => `* ${remark}`),
    `Apply it with: ${patch.apply}`,
  ];
  return `${lines.map(oneLine).join('\n')}\n\n${patch.diff}`;
}
