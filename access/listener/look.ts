import net from 'node:net';
import tls from 'node:tls';
import { isTlsAlert, recognise } from './greeting.ts';
import type { ListenerSighting } from './listener-sighting.ts';
import { sightFailure } from './socket-failure.ts';

/** Where something may listen. */
export interface Place {
  readonly hostname: string;
  readonly port: number;
}

/** How to speak to it: through TLS or not, and the first words. */
export interface Tongue {
  readonly tls: boolean;
  readonly words: Buffer;
}

/**
 * Connects, speaks, and listens until the peer can be told, ends, or stays silent until the signal aborts. No password is
 * sent, so nobody's certificate is verified. Never rejects, and its socket is closed when it resolves.
 */
export async function look(place: Place, tongue: Tongue, signal: AbortSignal): Promise<ListenerSighting> {
  const socket = open(place, tongue);
  try {
    return await listenTo(socket, tongue, signal);
  } finally {
    socket.destroy();
  }
}

function open({ hostname: host, port }: Place, { tls: secure }: Tongue): net.Socket {
  if (!secure) return net.connect({ host, port });
  // An address is no server name (RFC 6066, 3).
  return tls.connect({
    host,
    port,
    rejectUnauthorized: false,
    ...(net.isIP(host) ? {} : { servername: host }),
  });
}

function listenTo(socket: net.Socket, tongue: Tongue, signal: AbortSignal): Promise<ListenerSighting> {
  return new Promise((resolve) => {
    let heard = Buffer.alloc(0);
    let reached: 'no' | 'connected' | 'secured' = 'no';
    const tell = (ended: boolean, failure?: ListenerSighting): void => {
      const spoken = isTlsAlert(heard) ? undefined : recognise(heard, ended);
      if (spoken) resolve({ ...spoken, tls: tongue.tls });
      else if (failure?.seen === 'tls') resolve(failure);
      else if (ended)
        resolve(isTlsAlert(heard) || reached === 'secured' ? { seen: 'tls' } : (failure ?? hangUp));
    };
    socket.on('connect', () => {
      reached = 'connected';
    });
    socket.on(tongue.tls ? 'secureConnect' : 'connect', () => {
      if (tongue.tls) reached = 'secured';
      socket.write(tongue.words);
    });
    socket.on('data', (chunk: Buffer) => {
      heard = Buffer.concat([heard, chunk]);
      tell(false);
    });
    socket.on('error', (error) => tell(true, sightFailure(error)));
    socket.on('close', () => tell(true));
    const giveUp = (): void => tell(true, reached === 'no' ? noAnswer : { seen: 'silence' });
    signal.addEventListener('abort', giveUp, { once: true });
    if (signal.aborted) giveUp();
  });
}

const hangUp: ListenerSighting = { seen: 'hang-up' };

const noAnswer: ListenerSighting = { seen: 'unreachable', reason: 'no answer in time' };
