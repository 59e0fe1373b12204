import type { Account, WireTarget } from '../../model/check-target.ts';
import { misnamed } from '../target-error.ts';
import { type Endpoint, inUrl } from './endpoint.ts';
import { hasControlCharacter } from './names.ts';
import { percentDecoded } from './percent-decoded.ts';

interface Wire {
  readonly endpoint: Endpoint;
  readonly port: number;
  readonly tls: boolean;
  /** As it stands in the URL, not decoded. */
  readonly vhost?: string;
}

/**
 * A broker behind a port, with the account that its URL names; an empty user name, password or vhost counts as none.
 * @throws TargetError for a control character in the account.
 */
export function wireTarget({ endpoint, port, tls, vhost }: Wire, where: string): WireTarget {
  const { hostname, username, password } = endpoint;
  const id = `${tls ? 'amqps' : 'amqp'}://${inUrl(hostname)}:${port}`;
  const account: Account = {
    ...part('username', username, where),
    ...part('password', password, where),
    ...part('vhost', vhost, where),
  };
  const named = Object.keys(account).length > 0;
  return { kind: 'wire', id, hostname, port, tls, ...(named ? { account } : {}) };
}

/**
 * The vhost that a path names, not decoded.
 * @throws TargetError for an `@`: it is the mark of a `/` in a password, whose end would be shown as a vhost.
 */
export function vhostOf(path: string, where: string): string {
  if (path.includes('@'))
    throw misnamed(
      where,
      'a password whose “/” is written as %2F, and a vhost whose “@” is %40',
      'an “@” in the path',
    );
  return path.slice(1);
}

function part<Key extends keyof Account>(key: Key, text: string | undefined, where: string): Account {
  if (!text) return {};
  const value = percentDecoded(text);
  if (hasControlCharacter(value))
    throw misnamed(where, `a ${key} without control characters`, 'one that holds some');
  return { [key]: value };
}
