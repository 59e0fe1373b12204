import { distributionById } from '../containers/index.ts';
import { locateGuide } from '../guide/locate-guide.ts';
import { readGuide } from '../guide/read-guide.ts';
import type { Procedure } from '../model/procedure.ts';
import type { Assignment } from '../suites/chapter-input.ts';
import { partOf } from './part-of.ts';
import type { VerifyOptions } from './verify-options.ts';

/**
 * Reads the guide for each distribution asked for, each tag once.
 * @throws UsageError for a shard with nothing in it, DistributionError for an unknown id, GuideError for a guide that cannot be read.
 */
export function readAssignments(
  options: Pick<VerifyOptions, 'guide' | 'distro' | 'shard'>,
): readonly Assignment[] {
  const asked = partOf([...new Set(options.distro)], options.shard, 'distributions');
  const distributions = asked.map(distributionById);
  const procedures = new Map<string, Procedure>();
  return distributions.map(({ id, tag }) => {
    const procedure = procedures.get(tag) ?? readGuide(locateGuide(options.guide, tag), tag);
    procedures.set(tag, procedure);
    return { distribution: id, procedure };
  });
}
