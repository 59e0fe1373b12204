import type { Accommodation } from '../../model/report.ts';
import type { Distribution } from '../distribution.ts';
import type { BuiltImage } from './controller-image.ts';

/** What was done to a distribution's base image that the guide does not say. */
export function imageAccommodations(distribution: Distribution, { base }: BuiltImage): Accommodation[] {
  const policy = {
    id: 'image.policy-rc.d',
    text: '/usr/sbin/policy-rc.d was removed: container images use it to forbid packages to start their services.',
  };
  // Only Debian and its like know it, and an image made from the package archive never had one.
  const hadPolicy = distribution.archive !== undefined && base.origin !== 'archive';
  return [...distribution.accommodations, ...(hadPolicy ? [policy] : [])];
}
