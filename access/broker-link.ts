import type { Socket } from 'node:net';
import type { Channel, ChannelModel, ConfirmChannel } from 'amqplib';
import { z } from 'zod';
import { AccessError, parseAmqpError, type Refusal } from './amqp-refusal.ts';
import { type Broker, findBroker } from './connection-methods.ts';
import type { Deadline } from './deadline.ts';
import type { HandshakeRecording } from './handshake-recording.ts';

/** Why a socket is torn down in the end: one for all, since making one, with its stack, takes longer than tearing down. */
export const hungUp = new Error('hung up');

/** A connection that is logged in. */
export interface BrokerLink extends AsyncDisposable {
  readonly broker: Broker;
  /** False once the connection is gone or the broker does not read from it any more. */
  usable(): boolean;
  /** @throws AccessError */
  openChannel(): Promise<BrokerChannel<Channel>>;
  /** Opens a channel with publisher confirms. @throws AccessError */
  openConfirmChannel(): Promise<BrokerChannel<ConfirmChannel>>;
}

/** One channel; after the first refusal the broker has closed it, and the next operation needs another. */
export interface BrokerChannel<Amqp extends Channel = Channel> {
  readonly amqp: Amqp;
  /** False once a refusal has closed it. */
  usable(): boolean;
  /** Waits for an operation as long as connection and channel live. @throws AccessError that names `during`. */
  perform<Result>(during: string, operation: (amqp: Amqp) => Promise<Result>): Promise<Result>;
  /** Sends frames of our own, made for this channel's number, in one write; to be used while no operation goes on. */
  send(frames: (channel: number) => Buffer): void;
}

/** A fresh connection, what was heard of it, and what ends it. */
export interface Opened {
  readonly connection: ChannelModel;
  readonly recording: HandshakeRecording;
  readonly hangUp: AbortController;
  readonly deadline: Deadline;
}

/** Watches over a fresh connection: remembers how it ended, and tears its socket down when it is closed. */
export function linkOver({ connection, recording, hangUp, deadline }: Opened): BrokerLink {
  const fate = watchConnection(connection, deadline);
  const broker = findBroker(recording.bytes());
  const socket = recording.socket();
  if (!broker || !socket) throw new TypeError('expected a connection of which the greeting was heard');
  const site = { fate, socket };
  return {
    broker,
    usable: () => fate.ended() === undefined,
    openChannel: () => openOn(site, () => connection.createChannel()),
    openConfirmChannel: () => openOn(site, () => connection.createConfirmChannel()),
    async [Symbol.asyncDispose]() {
      if (fate.ended() === undefined)
        await Promise.race([connection.close(), fate.end]).catch(() => undefined);
      hangUp.abort(hungUp);
    },
  };
}

/** How a connection ended; `end` never resolves, it rejects when the connection ends. */
interface Fate {
  readonly end: Promise<never>;
  ended(): Omit<Refusal, 'during'> | undefined;
}

function watchConnection(connection: ChannelModel, deadline: Deadline): Fate {
  let ended: Omit<Refusal, 'during'> | undefined;
  const end = new Promise<never>((_, reject) => {
    const finish = (refusal: Omit<Refusal, 'during'>): void => {
      ended ??= deadline.signal.aborted ? { kind: 'timeout', text: 'no answer in time' } : refusal;
      reject(new Error(ended.text));
    };
    connection.on('error', (error) => finish(parseAmqpError(error, '')));
    connection.on('close', (error) => finish(parseAmqpError(error ?? new Error('closed by us'), '')));
    connection.on('blocked', (text) =>
      finish({ kind: 'blocked', text: `the broker blocks publishers: ${text}` }),
    );
  });
  end.catch(() => undefined);
  return { end, ended: () => ended };
}

/** amqplib keeps a channel's number to itself. */
const numbered = z.object({ ch: z.number() });

async function openOn<Amqp extends Channel>(
  { fate, socket }: { fate: Fate; socket: Socket },
  open: () => Promise<Amqp>,
): Promise<BrokerChannel<Amqp>> {
  const amqp = await waitFor(fate, 'open a channel', () => undefined, open);
  let closed: Error | undefined;
  const close = new Promise<never>((_, reject) => {
    const finish = (error: Error): void => {
      closed ??= error;
      reject(closed);
    };
    amqp.on('error', finish);
    amqp.on('close', () => finish(new Error('channel closed')));
  });
  close.catch(() => undefined);
  return {
    amqp,
    usable: () => closed === undefined,
    perform: (during, operation) =>
      waitFor(
        fate,
        during,
        () => closed,
        () => Promise.race([operation(amqp), close]),
      ),
    send(frames) {
      socket.write(frames(numbered.parse(amqp).ch));
    },
  };
}

async function waitFor<Result>(
  fate: Fate,
  during: string,
  closed: () => Error | undefined,
  operation: () => Promise<Result>,
): Promise<Result> {
  try {
    return await Promise.race([operation(), fate.end]);
  } catch (cause) {
    if (!(cause instanceof Error) || isBug(cause)) throw cause;
    const ended = fate.ended();
    throw new AccessError(ended ? { ...ended, during } : parseAmqpError(closed() ?? cause, during), {
      cause,
    });
  }
}

function isBug(error: Error): boolean {
  return error instanceof TypeError || error instanceof ReferenceError;
}
