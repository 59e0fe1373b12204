import type { DistributionTag } from '../../model/distribution.ts';
import type { Procedure } from '../../model/procedure.ts';
import type { GuideError } from '../guide-error.ts';
import type { Block } from '../rst/block.ts';
import type { Source } from '../rst/source.ts';

/** A file of a guide with all that is known of it; what could not be read is left out of `blocks`. */
export interface Chapter {
  readonly path: string;
  /** The file itself and those that it includes, each once. */
  readonly files: readonly Source[];
  readonly blocks: readonly Block[];
  /** By the distributions whose readers find steps in it. */
  readonly procedures: ReadonlyMap<DistributionTag, Procedure>;
  /** What stood in the way of reading it. */
  readonly errors: readonly GuideError[];
}
