import type { WireTarget } from '../../model/check-target.ts';
import { misnamed } from '../target-error.ts';
import { readEndpoint } from './endpoint.ts';
import type { UrlParts } from './url-parts.ts';
import { vhostOf, wireTarget } from './wire-target.ts';

/** The words that oslo.config takes for a boolean, in lower case (`oslo_config.types.Boolean`). */
const booleans = new Map(
  Object.entries({ true: true, 1: true, on: true, yes: true, false: false, 0: false, off: false, no: false }),
);

/**
 * Reads a transport URL as oslo.messaging's `TransportURL.parse` and its rabbit driver do: hosts by commas, each with an
 * account of its own, or with none; port 5672, with TLS too; the vhost is what follows the first slash; user, password and
 * vhost are percent-decoded. Of the query only `ssl` matters here.
 * @throws TargetError
 */
export function transportUrl(url: UrlParts, where: string): readonly WireTarget[] {
  const { scheme, authority, path = '', query = '' } = url;
  const hosts = authority.split(',').filter((host) => host !== '');
  if (hosts.length === 0) throw misnamed(where, 'at least one host', 'none');
  const vhost = vhostOf(path, where);
  const tls = scheme === 'kombu+amqps' || usesTls(query, where);
  return hosts.map((host, index) => {
    const place = hosts.length === 1 ? where : `${where}, host ${index + 1} of ${hosts.length}`;
    const endpoint = readEndpoint(host, place);
    return wireTarget({ endpoint, port: endpoint.port ?? 5672, tls, vhost }, place);
  });
}

function usesTls(query: string, where: string): boolean {
  const said = new URLSearchParams(query).getAll('ssl');
  if (said.length === 0) return false;
  const tls = booleans.get(said.join(',').toLowerCase());
  if (tls === undefined)
    throw misnamed(where, `ssl to be one of ${[...booleans.keys()].join(', ')}`, 'something else');
  return tls;
}
