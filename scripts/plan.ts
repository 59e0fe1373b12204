import { distributions } from '../containers/index.ts';
import { GuideError } from '../guide/guide-error.ts';
import { locateGuide } from '../guide/locate-guide.ts';
import { readGuide } from '../guide/read-guide.ts';
import { type DistributionTag, distributionTags } from '../model/distribution.ts';
import { readAssignments } from './assignments.ts';
import { planJson } from './plan-json.ts';
import { renderPlan } from './plan-text.ts';

/** What a user can say about a plan. */
export interface PlanOptions {
  /** A file or a folder; absent for the bundled chapter. */
  readonly guide?: string;
  /** Ids of distributions; absent for all that the guide has steps for. */
  readonly distro?: readonly string[];
  readonly json: boolean;
}

/**
 * Prints what a reader on each distribution would do, without doing any of it.
 * @throws DistributionError for an unknown id, GuideError for a guide that cannot be read.
 */
export function plan({ guide, distro, json }: PlanOptions): void {
  const asked = guide === undefined ? {} : { guide };
  const assignments = readAssignments({ ...asked, distro: distro ?? servedBy(guide) });
  process.stdout.write(json ? planJson(assignments) : renderPlan(assignments));
}

/** The distributions that the guide has steps for; all of them if it has none at all, so that the reason is told. */
function servedBy(guide: string | undefined): readonly string[] {
  const tags = distributionTags.filter((tag) => serves(guide, tag));
  const served = distributions.filter(({ tag }) => tags.includes(tag));
  return (served.length > 0 ? served : distributions).map(({ id }) => id);
}

function serves(guide: string | undefined, tag: DistributionTag): boolean {
  try {
    return readGuide(locateGuide(guide, tag), tag).steps.length > 0;
  } catch (error) {
    if (error instanceof GuideError && /^(?:missing|no-procedure)$/.test(error.code)) return false;
    throw error;
  }
}
