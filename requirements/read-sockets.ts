import type { Evidence } from '../model/evidence.ts';
import { readCommands } from '../transports/read-commands.ts';
import type { ReadTransport } from '../transports/read-transport.ts';
import { type ListeningSocket, parseListeningSockets } from './listening-sockets.ts';
import { known, readEvidence, unknown, unusable } from './read-evidence.ts';

/** Reads where the machine listens. A kernel without IPv6 has no tcp6 table: `cat` then complains, but has printed the other. */
export async function readSockets(controller: ReadTransport): Promise<Evidence<readonly ListeningSocket[]>> {
  const command = readCommands.listeningSockets();
  return readEvidence(controller, command, (result) => {
    const onlyIpv6Missing = /^\S*cat: \/proc\/net\/tcp6: No such file or directory\s*$/.test(result.stderr);
    const whole = /^\s*sl\s+local_address/.test(result.stdout) && (result.exitCode === 0 || onlyIpv6Missing);
    return whole ? known(parseListeningSockets(result.stdout)) : unknown(unusable(command, result));
  });
}
