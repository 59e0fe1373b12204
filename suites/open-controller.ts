import type { ControllerImage } from '../containers/images/controller-image.ts';
import { prepareImage } from '../containers/images/prepare-image.ts';
import { distributionById } from '../containers/index.ts';
import { type Machine, startMachine } from '../containers/machine.ts';
import { openRootShell, type RootShell } from '../procedure/root-shell.ts';
import { guideExpectations } from '../requirements/expectations.ts';
import { containerTransport } from '../transports/container-transport.ts';
import type { Transport } from '../transports/transport.ts';
import type { ChapterInput } from './chapter-input.ts';
import { ControllerError } from './controller-error.ts';
import type { SendLive } from './live-channel.ts';

/** A machine that is ready for the guide's first command; disposing of it removes the machine unless it is to be kept. */
export interface Controller extends AsyncDisposable {
  readonly image: ControllerImage;
  readonly machine: Machine;
  readonly transport: Transport;
  readonly shell: RootShell;
}

const shellTimeoutMs = 30_000;
const hostname = 'controller';
const { amqpPort } = guideExpectations;

/**
 * Prepares the image, boots a machine of it and opens a root shell there.
 * @throws ControllerError in words for the user when any of it cannot be had.
 */
export async function openController(
  input: ChapterInput,
  send: SendLive,
  signal: AbortSignal,
): Promise<Controller> {
  const { engine, distribution: target } = input;
  const onProgress = (line: string): void => send({ kind: 'line', target, line });
  send({ kind: 'working', target, on: 'preparing the image' });
  const { standIns, requireReal } = input.options;
  let image: ControllerImage | undefined;
  try {
    const how = { onProgress, signal, standIns, requireReal };
    image = await prepareImage(engine, distributionById(target), how);
    return await bootController(input, image, send, signal);
  } catch (cause) {
    throw new ControllerError(cause, image);
  }
}

/** As `openController`, of an image that is there. */
export async function bootController(
  { engine, options, distribution: target }: ChapterInput,
  image: ControllerImage,
  send: SendLive,
  signal: AbortSignal,
): Promise<Controller> {
  const onProgress = (line: string): void => send({ kind: 'line', target, line });
  send({ kind: 'working', target, on: 'booting the controller' });
  const { refreshIndex } = distributionById(target);
  const machine = await startMachine(engine, image, {
    hostname,
    ...(refreshIndex && { refreshIndex }),
    exposedPorts: [amqpPort],
    onProgress,
    signal,
  });
  const transport = containerTransport({
    cli: engine.cli,
    environment: engine.environment,
    container: machine.containerId,
    scheme: engine.kind,
  });
  const close = async (shell?: RootShell): Promise<void> => {
    // The shell ends with its machine; waiting for it first would only take longer.
    if (!options.keep) await machine[Symbol.asyncDispose]();
    await shell?.[Symbol.asyncDispose]();
  };
  try {
    const [shell] = await Promise.all([
      openRootShell(transport, engine.environment, shellTimeoutMs),
      // Two apt-get at the same time would fight for the same lock.
      machine.packageIndex,
    ]);
    return { image, machine, transport, shell, [Symbol.asyncDispose]: () => close(shell) };
  } catch (cause) {
    await close();
    throw cause;
  }
}
