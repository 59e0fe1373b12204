import type { Evidence } from '../model/evidence.ts';
import { readCommands } from '../transports/read-commands.ts';
import type { ReadTransport } from '../transports/read-transport.ts';
import { known, readEvidence, unknown, unusable } from './read-evidence.ts';

/** Where RabbitMQ's packages keep the secret that nodes and command line tools log in to one another with. */
export const cookiePath = '/var/lib/rabbitmq/.erlang.cookie';

/** The file that holds the Erlang cookie, without its content. */
export interface Cookie {
  /** Permissions, in octal, such as `400`. */
  readonly mode: string;
  readonly owner: string;
  readonly empty: boolean;
}

/** Reads what kind of file the Erlang cookie is in. */
export function readCookie(controller: ReadTransport): Promise<Evidence<Cookie | 'missing'>> {
  const command = readCommands.erlangCookie();
  return readEvidence(controller, command, (result): Evidence<Cookie | 'missing'> => {
    if (result.exitCode === 1 && /No such file or directory/.test(result.stderr)) return known('missing');
    const [, mode, owner, size] =
      /^([0-7]{1,4}) (\S+) (\d+) regular (?:empty )?file$/m.exec(result.stdout) ?? [];
    if (result.exitCode !== 0 || !mode || !owner) return unknown(unusable(command, result));
    return known({ mode, owner, empty: size === '0' });
  });
}

/** True where somebody besides the file's owner may do something with it. */
export function isShared({ mode }: Cookie): boolean {
  return (Number.parseInt(mode, 8) & 0o077) !== 0;
}
