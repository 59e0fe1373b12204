import type { Accommodation } from '../../model/report.ts';
import type { Distribution } from '../distribution.ts';
import type { BaseOrigin } from './controller-image.ts';

/** What was done to a base image that the guide does not say, given where the base came from. */
export function imageAccommodations(distribution: Distribution, origin: BaseOrigin): Accommodation[] {
  const init = {
    id: 'image.init',
    text: 'systemd, systemd-sysv and dbus were installed: a container image lacks the init system that a server has.',
  };
  const policy = {
    id: 'image.policy-rc.d',
    text: '/usr/sbin/policy-rc.d was removed: container images use it to forbid packages to start their services.',
  };
  const expired = {
    id: 'image.expired-index',
    text: 'apt was told to accept a package index past its Valid-Until date, as mirrors of sid may lag behind.',
  };
  return [
    init,
    // An image made from the package archive never had one.
    ...(origin === 'archive' ? [] : [policy]),
    ...(distribution.archive?.mayBeExpired ? [expired] : []),
  ];
}
