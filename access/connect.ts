import { type ChannelModel, connect as connectAmqp, type SocketOptions } from 'amqplib';
import { AccessError, type Refusal } from './amqp-refusal.ts';
import type { BrokerAddress } from './broker-address.ts';
import { type BrokerLink, linkOver } from './broker-link.ts';
import type { Deadline } from './deadline.ts';
import { type HandshakeRecording, recordHandshake } from './handshake-recording.ts';
import { explainHandshake } from './handshake-refusal.ts';

/**
 * Logs in. The connection lives until it is closed or the deadline passes.
 * @throws AccessError when the login did not succeed.
 */
export async function connect(address: BrokerAddress, deadline: Deadline): Promise<BrokerLink> {
  const hangUp = new AbortController();
  const recording = recordHandshake();
  const signal = AbortSignal.any([deadline.signal, hangUp.signal]);
  try {
    const connection = await openConnection(address, { noDelay: true, signal, onread: recording.onread });
    return linkOver(connection, hangUp, deadline);
  } catch (cause) {
    if (!(cause instanceof Error) || cause instanceof TypeError || cause instanceof RangeError) throw cause;
    const refusal = explainHandshake(cause, recording.bytes(), deadline.signal.aborted);
    throw new AccessError(withoutSecret(refusal, address.password), { cause });
  }
}

function openConnection(
  { hostname, port, username, password, vhost }: BrokerAddress,
  socket: SocketOptions & { signal: AbortSignal } & Pick<HandshakeRecording, 'onread'>,
): Promise<ChannelModel> {
  // amqplib unescapes the vhost once; the whole proof has a deadline, so heartbeats would only be in the way.
  const login = { hostname, port, username, password, vhost: encodeURIComponent(vhost), heartbeat: 0 };
  return connectAmqp(login, socket);
}

/** A peer that plays back what it was sent must not carry the password into a report. */
function withoutSecret(refusal: Refusal, secret: string): Refusal {
  return secret === '' ? refusal : { ...refusal, text: refusal.text.replaceAll(secret, '***') };
}
