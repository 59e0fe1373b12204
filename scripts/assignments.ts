import { distributionById } from '../containers/index.ts';
import { locateGuide } from '../guide/locate-guide.ts';
import { readGuide } from '../guide/read-guide.ts';
import type { Procedure } from '../model/procedure.ts';
import type { Assignment } from '../suites/chapter-input.ts';
import { UsageError } from './usage-error.ts';
import type { Shard, VerifyOptions } from './verify-options.ts';

/**
 * Reads the guide for each distribution asked for, each tag once.
 * @throws UsageError for a shard with nothing in it, DistributionError for an unknown id, GuideError for a guide that cannot be read.
 */
export function readAssignments(
  options: Pick<VerifyOptions, 'guide' | 'distro' | 'shard'>,
): readonly Assignment[] {
  const distributions = partOf([...new Set(options.distro)], options.shard).map(distributionById);
  const procedures = new Map<string, Procedure>();
  return distributions.map(({ id, tag }) => {
    const procedure = procedures.get(tag) ?? readGuide(locateGuide(options.guide, tag), tag);
    procedures.set(tag, procedure);
    return { distribution: id, procedure };
  });
}

/** Every n-th of them, so that the parts are of about the same size. */
function partOf(ids: readonly string[], shard: Shard | undefined): readonly string[] {
  if (!shard) return ids;
  const { part, parts } = shard;
  const own = ids.filter((_, index) => index % parts === part - 1);
  if (own.length > 0) return own;
  throw new UsageError(
    `expected at most ${ids.length} shards for ${ids.join(', ')}, got --shard ${part}/${parts}`,
  );
}
