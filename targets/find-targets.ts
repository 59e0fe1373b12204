import { isDeepStrictEqual } from 'node:util';
import type { CheckTarget } from '../model/check-target.ts';
import { misnamed } from './target-error.ts';
import { parseTarget } from './words/parse-target.ts';

/** What a user says of what is to be checked. */
export interface TargetRequest {
  /** The TARGET words of the command line. */
  readonly words: readonly string[];
  /** The path of an Ansible inventory. */
  readonly inventory?: string;
  /** Ansible's patterns of hosts and groups, for the inventory. */
  readonly limit?: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
}

/**
 * All targets of a run, each once and with an id of its own: the words, then the inventory; if there is neither, the hosts of
 * `OS_TRANSPORT_URL`.
 * @throws TargetError before anything is looked at, if one of them cannot be understood or if there are none.
 */
export async function findTargets(request: TargetRequest): Promise<readonly CheckTarget[]> {
  const { words, inventory, limit, environment } = request;
  if (limit !== undefined && inventory === undefined)
    throw misnamed('--limit', 'an --inventory that it picks hosts from', 'none');
  const named = words.flatMap((word) => parseTarget(word, 'TARGET'));
  const listed = inventory === undefined ? [] : await listedTargets(inventory, limit);
  if (words.length > 0 || inventory !== undefined) return withoutDoubles([...named, ...listed]);
  const url = environment.OS_TRANSPORT_URL;
  if (url) return withoutDoubles(parseTarget(url, 'OS_TRANSPORT_URL'));
  throw misnamed('check', 'a TARGET, an --inventory, or hosts in OS_TRANSPORT_URL', 'none of them');
}

/** The parser of inventories is loaded only for them: whoever checks one container waits for nothing else. */
async function listedTargets(path: string, limit: string | undefined): Promise<readonly CheckTarget[]> {
  const { readInventory } = await import('./inventory/read-inventory.ts');
  return readInventory(path, limit === undefined ? {} : { limit });
}

/** The first of those that are reached in the same way, with the same account, stays. */
function withoutDoubles(targets: readonly CheckTarget[]): readonly CheckTarget[] {
  const byPlace = new Map<string, CheckTarget>();
  const byId = new Map<string, CheckTarget>();
  for (const target of targets) {
    const known = byPlace.get(placeOf(target));
    if (known && isDeepStrictEqual(known.account, target.account)) continue;
    if (known || byId.has(target.id))
      throw misnamed(
        target.id,
        'one account and one machine under this name; check others in runs of their own',
        known ? 'two accounts' : 'two machines',
      );
    byPlace.set(placeOf(target), target);
    byId.set(target.id, target);
  }
  return [...byPlace.values()];
}

function placeOf(target: CheckTarget): string {
  if (target.kind === 'wire') return target.id;
  const { way } = target;
  if (way.kind === 'ssh') return `ssh ${way.user ?? ''} ${way.host} ${way.port ?? ''}`;
  return way.kind === 'local' ? 'local' : `${way.kind} ${way.container}`;
}
