import { epmdAddress } from './epmd-address.ts';
import { hardening } from './hardening/index.ts';
import { listenerAmqp } from './listener-amqp.ts';
import { nodeRunning } from './node-running.ts';
import { packageInstalled } from './package-installed.ts';
import { permissionsFull } from './permissions-full.ts';
import type { Requirement } from './requirement.ts';
import { serviceActive } from './service-active.ts';
import { serviceEnabled } from './service-enabled.ts';
import { userExists } from './user-exists.ts';

/** Everything that the guide leads to, in its order; a new requirement is one line here. */
export const requirements = [
  packageInstalled,
  serviceActive,
  serviceEnabled,
  nodeRunning,
  listenerAmqp,
  userExists,
  permissionsFull,
  epmdAddress,
] as const satisfies readonly Requirement[];

/** What an audit asks for: the guide's requirements, or those of a controller in production as well. */
export const profiles = {
  guide: requirements,
  hardening: [...requirements, ...hardening],
} as const satisfies Record<string, readonly Requirement[]>;

/** The name of a profile. */
export type Profile = keyof typeof profiles;

/** The id of a requirement that exists. */
export type RequirementId = (typeof profiles)['hardening'][number]['id'];
