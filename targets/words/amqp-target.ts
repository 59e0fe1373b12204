import type { WireTarget } from '../../model/check-target.ts';
import { misnamed } from '../target-error.ts';
import { readEndpoint } from './endpoint.ts';
import type { UrlParts } from './url-parts.ts';
import { vhostOf, wireTarget } from './wire-target.ts';

/**
 * Reads `amqp[s]://[user[:password]@]host[:port][/vhost]`, as the RabbitMQ URI specification lays it out: default ports 5672
 * and 5671, a vhost that is one percent-encoded segment. A path of only `/` names no vhost, as most clients have it.
 * @throws TargetError
 */
export function amqpTarget(url: UrlParts, where: string): readonly [WireTarget] {
  const { scheme, authority, path = '', query } = url;
  if (query !== undefined)
    throw misnamed(where, 'no query', 'one; say amqps:// for TLS, and leave out what tunes a client');
  const vhost = vhostOf(path, where);
  if (vhost.includes('/')) throw misnamed(where, 'a vhost whose “/” is written as %2f', 'a further “/”');
  const tls = scheme === 'amqps';
  const endpoint = readEndpoint(authority, where);
  const port = endpoint.port ?? (tls ? 5671 : 5672);
  return [wireTarget({ endpoint, port, tls, vhost }, where)];
}
