import { type DistributionTag, distributionTags } from '../../model/distribution.ts';
import type { Procedure } from '../../model/procedure.ts';
import type { Chapter } from './chapter.ts';
import type { Defect } from './lint-rule.ts';

/** Looks for defects in what the readers of each distribution see; what several see alike is one defect. */
export function perReader(
  { procedures }: Chapter,
  find: (tag: DistributionTag, procedure: Procedure) => readonly Defect[],
): Defect[] {
  const found = new Map<string, { defect: Defect; readers: DistributionTag[] }>();
  for (const [tag, procedure] of procedures) {
    for (const defect of find(tag, procedure)) {
      const same = JSON.stringify(defect);
      const readers = found.get(same)?.readers ?? [];
      if (!readers.includes(tag)) found.set(same, { defect, readers: [...readers, tag] });
    }
  }
  return [...found.values()].map(({ defect, readers }) =>
    readers.length === procedures.size ? defect : { ...defect, readers: inOrder(readers) },
  );
}

function inOrder(readers: readonly DistributionTag[]): DistributionTag[] {
  return distributionTags.filter((tag) => readers.includes(tag));
}
