import { userInfo } from 'node:os';
import { type Deadline, within } from './deadline.ts';
import type { ReadableMachine, ReadOptions } from './readable-machine.ts';
import { runHere, timeoutError } from './run-here.ts';
import type { CommandResult } from './transport.ts';
import { TransportError } from './transport-error.ts';

/** This host itself, for reads alone. */
export function localTransport(deadline: Deadline): ReadableMachine {
  const name = 'local';
  const run = async (argv: readonly string[], options: ReadOptions): Promise<CommandResult> => {
    const { timeoutMs, called } = options;
    const answer = await runHere(argv, { timeoutMs });
    const { exitCode, timedOut, ...rest } = answer;
    if (timedOut) throw timeoutError(called, name, timeoutMs, answer);
    if (exitCode === null) throw new TransportError('unreachable', `${called} was ended by a signal`);
    return { ...rest, exitCode };
  };
  return {
    name,
    run: within(deadline, name, run),
    login: async () => loginName(),
    reach: async () => {},
    amqpAddress: async (port) => ({ hostname: '127.0.0.1', port }),
    [Symbol.asyncDispose]: async () => {},
  };
}

/** A user without an entry in passwd(5) has only a number, which sudoers(5) takes as well. */
function loginName(): string {
  try {
    return userInfo().username;
  } catch {
    return `#${process.getuid?.()}`;
  }
}
