import { type ChannelModel, connect as connectAmqp, type SocketOptions } from 'amqplib';
import { AccessError, type Refusal } from './amqp-refusal.ts';
import type { BrokerAddress } from './broker-address.ts';
import { type BrokerLink, hungUp, linkOver } from './broker-link.ts';
import type { Deadline } from './deadline.ts';
import { type HandshakeRecording, recordHandshake } from './handshake-recording.ts';
import { explainHandshake } from './handshake-refusal.ts';
import { type TlsOptions, tlsOptions } from './tls-options.ts';

/**
 * Logs in. The connection lives until it is closed or the deadline passes.
 * @throws AccessError when the login did not succeed.
 */
export async function connect(address: BrokerAddress, deadline: Deadline): Promise<BrokerLink> {
  const tls = await tlsOptions(address.tls);
  const hangUp = new AbortController();
  const recording = recordHandshake();
  const signal = AbortSignal.any([deadline.signal, hangUp.signal]);
  try {
    const connection = await openConnection(address, { signal, onread: recording.onread, ...tls });
    return linkOver({ connection, recording, hangUp, deadline });
  } catch (cause) {
    // Else the deadline would keep all that belongs to the connection until it has passed.
    hangUp.abort(hungUp);
    if (!(cause instanceof Error) || cause instanceof TypeError || cause instanceof RangeError) throw cause;
    const end = { tls: address.tls !== undefined, timedOut: deadline.signal.aborted };
    const refusal = explainHandshake(cause, recording.bytes(), end);
    throw new AccessError(withoutSecret(refusal, address.password), { cause });
  }
}

type Socket = { signal: AbortSignal } & Pick<HandshakeRecording, 'onread'> & Partial<TlsOptions>;

/** By what an operator knows our connections in `rabbitmqctl list_connections` and in the broker's log. */
const clientProperties = { product: 'guideproof', connection_name: 'guideproof' };

/**
 * In seconds: a broker that hears nothing for two of them ends the connection, and so removes what belonged to it. It
 * would otherwise never learn that the machine we run on has lost its power or its network.
 */
const heartbeat = 10;

function openConnection(address: BrokerAddress, socket: Socket): Promise<ChannelModel> {
  const { hostname, port, username, password } = address;
  const protocol = address.tls ? 'amqps' : 'amqp';
  // amqplib unescapes the vhost once.
  const vhost = encodeURIComponent(address.vhost);
  const options: SocketOptions & Socket = { noDelay: true, clientProperties, ...socket };
  return connectAmqp({ protocol, hostname, port, username, password, vhost, heartbeat }, options);
}

/** A peer that plays back what it was sent must not carry the password into a report. */
function withoutSecret(refusal: Refusal, secret: string): Refusal {
  return secret === '' ? refusal : { ...refusal, text: refusal.text.replaceAll(secret, '***') };
}
