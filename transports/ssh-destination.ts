import { TransportError } from './transport-error.ts';

/** Where to log in: a host name, an address or an alias of the user's ssh configuration. */
export interface SshDestination {
  readonly host: string;
  readonly user?: string;
  readonly port?: number;
}

/**
 * Narrower than OpenSSH's own `valid_hostname` and `valid_ruser` (since 9.6): names end up in the `ProxyCommand` and
 * `Match exec` lines of users' configurations, which a shell reads, and older versions pass anything on.
 */
const hostName = /^[A-Za-z0-9_:][A-Za-z0-9_.:%+-]*$/;
const userName = /^[A-Za-z0-9_](?:[A-Za-z0-9_.@+\\-]*[A-Za-z0-9_.@+-])?$/;

/** The machine's name in messages, like `ssh://ops@controller:2222`. */
export function nameOf({ host, user, port }: SshDestination): string {
  const bracketed = host.includes(':') ? `[${host}]` : host;
  return `ssh://${user === undefined ? '' : `${user}@`}${bracketed}${port === undefined ? '' : `:${port}`}`;
}

/**
 * The arguments of ssh(1) that name a destination, last on its command line.
 * @throws TransportError `unreachable` for a name that is none; nothing was started then.
 */
export function destinationArguments({ host, user, port }: SshDestination): readonly string[] {
  if (!hostName.test(host)) throw refused('a host name or address', host);
  if (user !== undefined && !userName.test(user)) throw refused('a user name', user);
  if (port !== undefined && !(Number.isInteger(port) && port > 0 && port < 65_536)) {
    throw refused('a port from 1 to 65535', port);
  }
  return [
    ...(user === undefined ? [] : ['-l', user]),
    ...(port === undefined ? [] : ['-p', `${port}`]),
    ...['--', host],
  ];
}

function refused(expected: string, got: string | number): TransportError {
  return new TransportError(
    'unreachable',
    `ssh was not started: expected ${expected}, got ${JSON.stringify(got)}`,
  );
}
