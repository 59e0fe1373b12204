import type { Socket } from 'node:net';

/** What a peer sent during the handshake. */
export interface HandshakeRecording {
  /** For `net.connect` and `tls.connect`: hands every byte on as the socket would by itself, and keeps the first of them. */
  readonly onread: { buffer: Buffer; callback(this: Socket, length: number, buffer: Uint8Array): boolean };
  bytes(): Buffer;
  /** The socket, which amqplib keeps to itself; undefined until something was heard. */
  socket(): Socket | undefined;
}

const limit = 16 * 1024;

/**
 * Listens in on a handshake. amqplib drops the reply code and text when the broker refuses the vhost
 * (`Expected ConnectionOpenOk; got <ConnectionClose channel:0>`), and never shows what a foreign peer said.
 */
export function recordHandshake(): HandshakeRecording {
  const chunks: Buffer[] = [];
  let length = 0;
  let socket: Socket | undefined;
  return {
    bytes: () => Buffer.concat(chunks),
    socket: () => socket,
    onread: {
      buffer: Buffer.alloc(limit),
      callback(read, buffer) {
        socket = this;
        const chunk = Buffer.from(buffer.subarray(0, read));
        if (length < limit) chunks.push(chunk);
        length += read;
        return this.push(chunk);
      },
    },
  };
}
