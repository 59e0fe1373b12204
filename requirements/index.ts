import { epmdAddress } from './epmd-address.ts';
import { listenerAmqp } from './listener-amqp.ts';
import { nodeRunning } from './node-running.ts';
import { packageInstalled } from './package-installed.ts';
import { permissionsFull } from './permissions-full.ts';
import type { Requirement } from './requirement.ts';
import { serviceActive } from './service-active.ts';
import { serviceEnabled } from './service-enabled.ts';
import { userExists } from './user-exists.ts';

/** Everything that a controller must satisfy, in the order of the guide; a new requirement is one line here. */
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

/** The id of a requirement that exists. */
export type RequirementId = (typeof requirements)[number]['id'];
