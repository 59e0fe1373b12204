import type { ProofObjects } from '../access/proofs/configure.ts';
import { makeObjects, type Operations, tryOperations } from '../access/try-operations.ts';
import type { Evidence } from '../model/evidence.ts';
import type { ControlSite, Permissions } from './control-site.ts';
import { evidenceOf } from './evidence-of.ts';
import { setPermissions } from './set-permissions.ts';

/** One of the three permissions. */
export type Permission = keyof Permissions;

/** What still worked without each of the three permissions. */
export type Revocations = Readonly<Record<Permission, Evidence<Operations>>>;

/** A pattern that matches no name (rabbitmqctl(8), `set_permissions`). */
const nothing = '';

const gathered = new WeakMap<ControlSite, Promise<Evidence<Revocations>>>();

/** The revocations of a site: made once, whichever of the controls asks first. */
export function revocationsOf(site: ControlSite): Promise<Evidence<Revocations>> {
  const revocations = gathered.get(site) ?? gatherRevocations(site);
  gathered.set(site, revocations);
  return revocations;
}

/**
 * Takes each permission away by itself and tries what still works, then gives back exactly what the account had, also
 * when something goes wrong in the middle. Nothing is known when the broker did not take them back; that it holds them
 * again is seen once more by the audit after the reboot.
 */
async function gatherRevocations(site: ControlSite): Promise<Evidence<Revocations>> {
  const { permissions } = site.before;
  if (!permissions.known) return permissions;
  return evidenceOf(async () => {
    await using objects = await makeObjects(site.address());
    try {
      return {
        configure: await tryWithout('configure', permissions.value, site, objects),
        write: await tryWithout('write', permissions.value, site, objects),
        read: await tryWithout('read', permissions.value, site, objects),
      };
    } finally {
      await setPermissions(site, permissions.value);
    }
  });
}

function tryWithout(
  permission: Permission,
  before: Permissions,
  site: ControlSite,
  objects: ProofObjects,
): Promise<Evidence<Operations>> {
  return evidenceOf(async () => {
    await setPermissions(site, { ...before, [permission]: nothing });
    return await tryOperations(site.address(), objects);
  });
}
