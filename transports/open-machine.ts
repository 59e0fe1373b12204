import type { MachineWay } from '../model/check-target.ts';
import { containerMachine } from './container-machine.ts';
import { type Deadline, deadlineIn } from './deadline.ts';
import { localTransport } from './local-transport.ts';
import { type ReadTransport, readTransport } from './read-transport.ts';
import type { ReadableMachine } from './readable-machine.ts';
import { sshTransport } from './ssh-transport.ts';

/** A machine that can only be read, and where its ports are reached; dispose of it to close what it keeps open. */
export type Machine = ReadTransport & Pick<ReadableMachine, 'reach' | 'amqpAddress' | keyof AsyncDisposable>;

type Kind = MachineWay['kind'];

const ways: { [K in Kind]: (way: MachineWay & { readonly kind: K }, deadline: Deadline) => ReadableMachine } =
  {
    local: (_, deadline) => localTransport(deadline),
    docker: containerMachine,
    podman: containerMachine,
    ssh: sshTransport,
  };

/**
 * Opens the way to a machine for one audit of it, and connects to nothing yet. What follows, `reach` included, is over
 * after `timeoutMs` from now: each command gets the less of its own time and what is left.
 * @throws TransportError `unreachable` for a name that no host or container can have.
 */
export function openMachine<K extends Kind>(
  way: MachineWay & { readonly kind: K },
  { timeoutMs }: { readonly timeoutMs: number },
): Machine {
  const open = ways[way.kind as K];
  const machine = open(way, deadlineIn(timeoutMs));
  const { reach, amqpAddress } = machine;
  return {
    ...readTransport(machine),
    ...{ reach, amqpAddress },
    [Symbol.asyncDispose]: machine[Symbol.asyncDispose],
  };
}
