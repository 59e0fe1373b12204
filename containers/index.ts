import { closest } from './closest.ts';
import { debianDistributions } from './debian/distributions.ts';
import type { Distribution } from './distribution.ts';
import { DistributionError } from './distribution-error.ts';
import { obsDistributions } from './obs/distributions.ts';
import { rdoDistributions } from './rdo/distributions.ts';
import { ubuntuDistributions } from './ubuntu/distributions.ts';

/** Every distribution that a procedure can be run on, in the order in which they are listed to users. */
export const distributions: readonly Distribution[] = [
  ...ubuntuDistributions,
  ...debianDistributions,
  ...rdoDistributions,
  ...obsDistributions,
];

/** Ids of the distributions that are used when none is named. */
export const defaultDistributions: readonly string[] = [
  'ubuntu-24.04',
  'debian-12',
  'debian-13',
  'centos-stream9',
  'opensuse-leap-15.6',
];

/**
 * The distribution with an id.
 * @throws DistributionError when there is none, naming those there are.
 */
export function distributionById(id: string): Distribution {
  const found = distributions.find((distribution) => distribution.id === id);
  if (found) return found;
  const ids = distributions.map((distribution) => distribution.id);
  const meant = closest(id, ids);
  const hint = meant === undefined ? '' : ` Did you mean ${meant}?`;
  throw new DistributionError(`expected one of ${ids.join(', ')}, got "${id}".${hint}`);
}
