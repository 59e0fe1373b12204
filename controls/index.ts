import { bootPersistent } from './boot-persistent.ts';
import type { Control } from './control.ts';
import { revokedConfigure } from './revoked-configure.ts';
import { revokedRead } from './revoked-read.ts';
import { revokedWrite } from './revoked-write.ts';
import { transientAllowed } from './transient-allowed.ts';
import { wrongPassword } from './wrong-password.ts';
import { wrongVhost } from './wrong-vhost.ts';

/** Every control, in the order in which they are made: what changes the machine most comes last. */
export const controls = [
  transientAllowed,
  wrongPassword,
  wrongVhost,
  revokedConfigure,
  revokedWrite,
  revokedRead,
  bootPersistent,
] as const satisfies readonly Control[];

/** The id of a control that exists. */
export type ControlId = (typeof controls)[number]['id'];
