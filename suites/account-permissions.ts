import type { Permissions } from '../controls/control-site.ts';
import type { Evidence } from '../model/evidence.ts';
import { readDefinitions } from '../requirements/broker.ts';
import { guideExpectations } from '../requirements/expectations.ts';
import type { ReadTransport } from '../transports/read-transport.ts';

/** Reads what the broker holds for the guide's user on its vhost. */
export async function accountPermissions(reader: ReadTransport): Promise<Evidence<Permissions>> {
  const { user, vhost } = guideExpectations;
  const definitions = await readDefinitions(reader, guideExpectations);
  if (!definitions.known) return definitions;
  const held = definitions.value.permissions.find((entry) => entry.user === user && entry.vhost === vhost);
  if (!held) return { known: false, reason: `${user} has no permissions on vhost ${vhost}` };
  const { configure, write, read } = held;
  return { known: true, value: { configure, write, read } };
}
