import { isIPv6 } from 'node:net';
import { misnamed } from '../target-error.ts';
import { isHostname, portOf } from './names.ts';

/** Who at which host: the part of a URL between `//` and the path. */
export interface Endpoint {
  /** As it stands in the URL, not decoded. */
  readonly username?: string;
  /** As it stands in the URL, not decoded. */
  readonly password?: string;
  /** Without brackets. */
  readonly hostname: string;
  readonly port?: number;
}

/**
 * Reads `[user[:password]@]host[:port]`, an IPv6 address in brackets. The last `@` ends the user, and the first colon the
 * user's name, as in oslo.messaging.
 * @throws TargetError that shows nothing of what may be a password.
 */
export function readEndpoint(text: string, where: string): Endpoint {
  const at = text.lastIndexOf('@');
  const behind = text.slice(at + 1);
  const [, inBrackets, bare, port = ''] = /^(?:\[([^\]]*)\]|([^:]*))(?::(.*))?$/.exec(behind) ?? [];
  const hostname = inBrackets ?? bare ?? '';
  if (hostname === '') throw misnamed(where, 'the name or address of a host', 'none where it should be');
  if (!isHostname(hostname) || isIPv6(hostname) === (bare !== undefined) || isIPv6(behind))
    throw misnamed(where, 'a host name, an IPv4 address, or an IPv6 address in brackets', 'something else');
  return { ...readUser(at < 0 ? undefined : text.slice(0, at)), hostname, ...readPort(port, where) };
}

/** A host as it stands in a URL: IPv6 addresses in brackets. */
export function inUrl(hostname: string): string {
  return hostname.includes(':') ? `[${hostname}]` : hostname;
}

function readUser(text: string | undefined): Pick<Endpoint, 'username' | 'password'> {
  if (text === undefined) return {};
  const colon = text.indexOf(':');
  return colon < 0 ? { username: text } : { username: text.slice(0, colon), password: text.slice(colon + 1) };
}

/** An empty port is none, as RFC 3986 (section 3.2.3) has it. */
function readPort(text: string, where: string): Pick<Endpoint, 'port'> {
  if (text === '') return {};
  const port = portOf(text);
  if (port === undefined)
    throw misnamed(
      where,
      'a port from 1 to 65535 after the host’s colon',
      'something else; where a password holds “@”, “:”, “,” or “/”, write %40, %3A, %2C or %2F',
    );
  return { port };
}
