import type { Evidence } from '../model/evidence.ts';
import { type ReadCommand, readCommands } from '../transports/read-commands.ts';
import type { CommandResult, ReadTransport } from '../transports/read-transport.ts';
import { cookiePath, isShared, readCookie } from './cookie.ts';
import { known, readEvidence, unknown } from './read-evidence.ts';

/** No node can have registered: systemd still listens in the port mapper's place. */
export type Asleep = 'port-mapper-asleep';

/**
 * Asks the broker's node with rabbitmqctl, but only where that changes nothing: without a cookie an Erlang VM makes one, and
 * a connection wakes a port mapper that systemd keeps a socket for.
 */
export async function askNode<Value>(
  controller: ReadTransport,
  command: ReadCommand,
  parse: (result: CommandResult) => Evidence<Value>,
): Promise<Evidence<Value | Asleep>> {
  const [trouble, asleep] = await Promise.all([cookieTrouble(controller), portMapperSleeps(controller)]);
  if (trouble !== undefined) return unknown(trouble);
  if (asleep) return known('port-mapper-asleep');
  return readEvidence(controller, command, parse);
}

/** A cookie that no Erlang VM takes need not be tried: rabbitmqctl would say so too, after many seconds (`auth.erl`). */
async function cookieTrouble(controller: ReadTransport): Promise<string | undefined> {
  const cookie = await readCookie(controller);
  if (!cookie.known) return cookie.reason;
  if (cookie.value === 'missing') {
    return `there is no ${cookiePath}, and rabbitmqctl would make one, so it was not run`;
  }
  const file = `the Erlang cookie ${cookiePath}`;
  if (cookie.value.empty) return `rabbitmqctl cannot log in to the node: ${file} is empty`;
  if (!isShared(cookie.value)) return undefined;
  return `rabbitmqctl cannot log in to the node: ${file} has mode ${cookie.value.mode}, and Erlang takes none that others can use`;
}

/** While systemd still listens in its place, the port mapper does not run, and so knows no node. */
async function portMapperSleeps(controller: ReadTransport): Promise<boolean> {
  const sockets = await readEvidence(controller, readCommands.portMapperSockets(), ({ stdout }) =>
    known(stdout),
  );
  return sockets.known && /^SubState=listening$/m.test(sockets.value);
}
