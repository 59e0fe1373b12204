import type { Socket } from 'node:net';

/** What a peer sent during the handshake. */
export interface HandshakeRecording {
  /** For `net.connect`: hands every byte on as the socket would by itself, and keeps the first of them. */
  readonly onread: { buffer: Buffer; callback(this: Socket, length: number, buffer: Uint8Array): boolean };
  bytes(): Buffer;
}

const limit = 64 * 1024;

/**
 * Listens in on a handshake. amqplib drops the reply code and text when the broker refuses the vhost
 * (`Expected ConnectionOpenOk; got <ConnectionClose channel:0>`), and never shows what a foreign peer said.
 */
export function recordHandshake(): HandshakeRecording {
  const chunks: Buffer[] = [];
  let length = 0;
  return {
    bytes: () => Buffer.concat(chunks),
    onread: {
      buffer: Buffer.alloc(limit),
      callback(read, buffer) {
        const chunk = Buffer.from(buffer.subarray(0, read));
        if (length < limit) chunks.push(chunk);
        length += read;
        return this.push(chunk);
      },
    },
  };
}

/** A `connection.close` that a broker sent. */
export interface ConnectionClose {
  readonly code: number;
  readonly text: string;
}

const frameHeaderSize = 7;
const methodFrame = 1;
const frameEnd = 0xce;
const connectionClose = (10 << 16) | 50;

/** The method frames in bytes that begin with an AMQP frame (AMQP 0-9-1 specification, 2.3.5). */
function* methods(bytes: Buffer): Generator<Buffer> {
  let rest = bytes;
  while (rest.length > frameHeaderSize) {
    const end = frameHeaderSize + rest.readUInt32BE(3);
    if (rest[end] !== frameEnd) return;
    if (rest[0] === methodFrame) yield rest.subarray(frameHeaderSize, end);
    rest = rest.subarray(end + 1);
  }
}

/** True when bytes begin as every AMQP 0-9-1 broker does: with a method frame on channel 0, whole or cut short. */
export function speaksAmqp(bytes: Buffer): boolean {
  const start = Buffer.from([methodFrame, 0, 0]);
  return bytes.subarray(0, start.length).equals(start.subarray(0, bytes.length));
}

/** The refusal in a handshake, if the broker sent one. */
export function findConnectionClose(bytes: Buffer): ConnectionClose | undefined {
  for (const method of methods(bytes)) {
    if (method.readUInt32BE(0) !== connectionClose) continue;
    const length = method.readUInt8(6);
    return { code: method.readUInt16BE(4), text: method.toString('utf8', 7, 7 + length) };
  }
  return undefined;
}
