import { once } from 'node:events';
import net from 'node:net';

/** A peer on a port of its own that does whatever `speak` does with each connection. */
export interface Peer extends AsyncDisposable {
  readonly port: number;
}

export async function listen(speak: (socket: net.Socket) => void): Promise<Peer> {
  const sockets = new Set<net.Socket>();
  const server = net.createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined);
    speak(socket);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    port: (server.address() as net.AddressInfo).port,
    async [Symbol.asyncDispose]() {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}

/** A method frame (AMQP 0-9-1 specification, 2.3.5). */
export function method(channel: number, classId: number, methodId: number, ...fields: Buffer[]): Buffer {
  const payload = Buffer.concat([short(classId), short(methodId), ...fields]);
  return Buffer.concat([Buffer.of(1), short(channel), long(payload.length), payload, Buffer.of(0xce)]);
}

const short = (value: number): Buffer => Buffer.of(value >> 8, value & 0xff);

const long = (value: number): Buffer => Buffer.concat([short(value >>> 16), short(value & 0xffff)]);

const shortString = (text: string): Buffer => Buffer.concat([Buffer.of(text.length), Buffer.from(text)]);

const longString = (text: string): Buffer => Buffer.concat([long(text.length), Buffer.from(text)]);

const start = method(0, 10, 10, Buffer.of(0, 9), long(0), longString('PLAIN'), longString('en_US'));
const tune = method(0, 10, 30, short(2047), long(131_072), short(0));

/** What a broker sends back for a method that it got on a channel; nothing for `undefined`. */
export type Answers = Readonly<Record<string, ((channel: number) => Buffer) | undefined>>;

/** A login that succeeds, and channels that open; keys are class and method ids. */
export const loginAnswers: Answers = {
  'protocol header': () => start,
  '10.11': () => tune,
  '10.31': undefined,
  '10.40': () => method(0, 10, 41, shortString('')),
  '10.50': () => method(0, 10, 51),
  '20.10': (channel) => method(channel, 20, 11, longString('')),
  '20.41': undefined,
  content: undefined,
};

/** A `connection.close`. */
export function connectionClose(code: number, text: string): Buffer {
  return method(0, 10, 50, short(code), shortString(text), short(0), short(0));
}

/** A `connection.blocked`, an extension of RabbitMQ. */
export function connectionBlocked(reason: string): Buffer {
  return method(0, 10, 60, shortString(reason));
}

/** A `channel.close`. */
export function channelClose(channel: number, code: number, text: string): Buffer {
  return method(channel, 20, 40, short(code), shortString(text), short(0), short(0));
}

/** Answers as told; a method that nothing is told about ends the connection. */
export function answering(answers: Answers): (socket: net.Socket) => void {
  return (socket) => {
    let rest = Buffer.alloc(0);
    socket.on('data', (chunk) => {
      rest = Buffer.concat([rest, chunk]);
      for (let next = nextMethod(rest); next; next = nextMethod(rest)) {
        rest = rest.subarray(next.size);
        if (!(next.name in answers)) socket.destroy();
        else socket.write(answers[next.name]?.(next.channel) ?? Buffer.alloc(0));
      }
    });
  };
}

const headerSize = 8;

function nextMethod(bytes: Buffer): { name: string; channel: number; size: number } | undefined {
  if (bytes.length < headerSize) return undefined;
  if (bytes.toString('latin1', 0, 4) === 'AMQP') {
    return { name: 'protocol header', channel: 0, size: headerSize };
  }
  const size = bytes.readUInt32BE(3) + headerSize;
  if (bytes.length < size) return undefined;
  const name = bytes[0] === 1 ? `${bytes.readUInt16BE(7)}.${bytes.readUInt16BE(9)}` : 'content';
  return { name, channel: bytes.readUInt16BE(1), size };
}
