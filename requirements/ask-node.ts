import type { Evidence } from '../model/evidence.ts';
import { notAsked, type ReadCommand } from '../transports/read-commands.ts';
import type { CommandResult, ReadTransport } from '../transports/read-transport.ts';
import { cookiePath, isShared, readCookie } from './cookie.ts';
import { known, readEvidence, unknown } from './read-evidence.ts';

/** No node can have registered: systemd still listens in the port mapper's place. */
export type Asleep = 'port-mapper-asleep';

/** Asks the broker's node with rabbitmqctl, which is not run where that would change something. */
export async function askNode<Value>(
  controller: ReadTransport,
  command: ReadCommand,
  parse: (result: CommandResult) => Evidence<Value>,
): Promise<Evidence<Value | Asleep>> {
  const answer = await readEvidence<Value | Asleep | 'no-cookie'>(controller, command, (result) => {
    if (result.exitCode === notAsked.portMapper) return known('port-mapper-asleep');
    return result.exitCode === notAsked.cookie ? known('no-cookie') : parse(result);
  });
  if (!answer.known) return answer;
  return answer.value === 'no-cookie' ? unknown(await cookieTrouble(controller)) : known(answer.value);
}

async function cookieTrouble(controller: ReadTransport): Promise<string> {
  const cookie = await readCookie(controller);
  if (!cookie.known) return cookie.reason;
  if (cookie.value === 'missing') {
    return `there is no ${cookiePath}, and rabbitmqctl would make one, so it was not run`;
  }
  const file = `rabbitmqctl cannot log in to the node: the Erlang cookie ${cookiePath}`;
  if (cookie.value.empty) return `${file} is empty`;
  if (!isShared(cookie.value)) return `${file} changed while it was looked at`;
  return `${file} has mode ${cookie.value.mode}, and Erlang takes none that others can use`;
}
