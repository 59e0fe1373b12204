import type { Requirement } from '../requirement.ts';
import { alarmsNone } from './alarms-none.ts';
import { cookiePrivate } from './cookie-private.ts';
import { guestAbsent } from './guest-absent.ts';
import { limitsFileDescriptors } from './limits-file-descriptors.ts';
import { queuesTransientAllowed } from './queues-transient-allowed.ts';
import { tlsListener } from './tls-listener.ts';
import { userNotAdministrator } from './user-not-administrator.ts';

/** What the guide does not ask for and a controller in production should have; a new one is one line here. */
export const hardening = [
  guestAbsent,
  userNotAdministrator,
  alarmsNone,
  tlsListener,
  limitsFileDescriptors,
  cookiePrivate,
  queuesTransientAllowed,
] as const satisfies readonly Requirement[];
