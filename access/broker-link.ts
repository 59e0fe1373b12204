import type { Channel, ChannelModel, ConfirmChannel } from 'amqplib';
import { AccessError, parseAmqpError, type Refusal } from './amqp-refusal.ts';
import type { Deadline } from './deadline.ts';

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

/** What a broker calls itself. */
export interface Broker {
  readonly product: string;
  readonly version: string;
}

/** One channel; after the first refusal the broker has closed it, and the next operation needs another. */
export interface BrokerChannel<Amqp extends Channel = Channel> {
  readonly amqp: Amqp;
  /** Waits for an operation as long as connection and channel live. @throws AccessError that names `during`. */
  perform<Result>(during: string, operation: (amqp: Amqp) => Promise<Result>): Promise<Result>;
}

/** Watches over a fresh connection: remembers how it ended, and tears its socket down when it is closed. */
export function linkOver(connection: ChannelModel, hangUp: AbortController, deadline: Deadline): BrokerLink {
  const fate = watchConnection(connection, deadline);
  const { product, version } = connection.connection.serverProperties;
  return {
    broker: { product, version },
    usable: () => fate.ended() === undefined,
    openChannel: () => openOn(fate, () => connection.createChannel()),
    openConfirmChannel: () => openOn(fate, () => connection.createConfirmChannel()),
    async [Symbol.asyncDispose]() {
      if (fate.ended() === undefined)
        await Promise.race([connection.close(), fate.end]).catch(() => undefined);
      hangUp.abort();
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
    connection.on('blocked', (text) => finish({ kind: 'blocked', text: `connection.blocked: ${text}` }));
  });
  end.catch(() => undefined);
  return { end, ended: () => ended };
}

async function openOn<Amqp extends Channel>(
  fate: Fate,
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
    perform: (during, operation) =>
      waitFor(
        fate,
        during,
        () => closed,
        () => Promise.race([operation(amqp), close]),
      ),
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
