import { isIPv6 } from 'node:net';

/** Whether text can be a host's name or address; none begins with `-`, which a program would take for an option. */
export function isHostname(text: string): boolean {
  return isIPv6(text) || (text.length <= 253 && /^[a-z0-9_](?:[a-z0-9_.-]*)$/i.test(text));
}

/** Whether text can be the name of a login; wider than POSIX asks, for directories that have `user@realm` and `REALM\user`. */
export function isLogin(text: string): boolean {
  return /^[a-z0-9_.][a-z0-9_.@+\\-]{0,252}\$?$/i.test(text) && !text.endsWith('\\');
}

/** Whether text can be a container's name or id, as Docker and Podman allow them. */
export function isContainer(text: string): boolean {
  return /^[a-z0-9][a-z0-9_.-]{0,252}$/i.test(text);
}

/** The port that text means, from 1 to 65535; `undefined` for anything else. */
export function portOf(text: string): number | undefined {
  const port = /^\d{1,5}$/.test(text) ? Number(text) : 0;
  return port >= 1 && port <= 65_535 ? port : undefined;
}

/** Whether text holds a character that would disturb a terminal, a log or a protocol. */
export function hasControlCharacter(text: string): boolean {
  return /\p{Cc}/u.test(text);
}
