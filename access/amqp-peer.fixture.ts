import { once } from 'node:events';
import net from 'node:net';
import { long, longString, methodFrame as method, short, shortString } from './amqp-frame.ts';

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

export { method };

/** An entry of a table with a long string. */
const entry = (key: string, value: string): Buffer =>
  Buffer.concat([shortString(key), Buffer.from('S'), longString(value)]);

/** A `connection.start` of a broker that calls itself so. */
export function connectionStart(product: string, version: string): Buffer {
  const properties = Buffer.concat([entry('product', product), entry('version', version)]);
  const table = Buffer.concat([long(properties.length), properties]);
  return method(0, 10, 10, Buffer.of(0, 9), table, longString('PLAIN'), longString('en_US'));
}

const tune = method(0, 10, 30, short(2047), long(131_072), short(0));

/** What a broker sends back for a method that it got on a channel; nothing for `undefined`. */
export type Answers = Readonly<Record<string, ((channel: number) => Buffer) | undefined>>;

/** A login that succeeds, and channels that open; keys are class and method ids. */
export const loginAnswers: Answers = {
  'protocol header': () => connectionStart('RabbitMQ', '3.10.8'),
  '10.11': () => tune,
  '10.31': undefined,
  '10.40': () => method(0, 10, 41, shortString('')),
  '10.50': () => method(0, 10, 51),
  '20.10': (channel) => method(channel, 20, 11, longString('')),
  '20.41': undefined,
  content: undefined,
};

/** What a broker says to one whom it lets declare, bind and delete, and put a channel into confirm mode. */
export const objectAnswers = {
  '50.10': (channel: number) => method(channel, 50, 11, Buffer.alloc(9)),
  '50.40': (channel: number) => method(channel, 50, 41, Buffer.alloc(4)),
  '40.10': (channel: number) => method(channel, 40, 11),
  '40.20': (channel: number) => method(channel, 40, 21),
  '50.20': (channel: number) => method(channel, 50, 21),
  '50.50': (channel: number) => method(channel, 50, 51),
  '85.10': (channel: number) => method(channel, 85, 11),
} satisfies Answers;

/** A `connection.close`. */
export function connectionClose(code: number, text: string): Buffer {
  return method(0, 10, 50, short(code), shortString(text), short(0), short(0));
}

/** A `connection.blocked`, an extension of RabbitMQ. */
export function connectionBlocked(reason: string): Buffer {
  return method(0, 10, 60, shortString(reason));
}

/** A `channel.close`, which tells the class and method that it is about. */
export function channelClose(channel: number, code: number, text: string, about = '0.0'): Buffer {
  const [classId = 0, methodId = 0] = about.split('.').map(Number);
  return method(channel, 20, 40, short(code), shortString(text), short(classId), short(methodId));
}

/**
 * Answers as told; a method that nothing is told about ends the connection. Whoever does not begin in AMQP gets the
 * header of AMQP 0-9-1, as from RabbitMQ.
 */
export function answering(answers: Answers): (socket: net.Socket) => void {
  return (socket) => {
    let rest = Buffer.alloc(0);
    socket.on('data', (chunk) => {
      if (socket.bytesRead === chunk.length && chunk[0] !== header[0]) socket.end(header);
      rest = Buffer.concat([rest, chunk]);
      for (let next = nextMethod(rest); next; next = nextMethod(rest)) {
        rest = rest.subarray(next.size);
        if (!(next.name in answers)) socket.destroy();
        else socket.write(answers[next.name]?.(next.channel) ?? Buffer.alloc(0));
      }
    });
  };
}

const header = Buffer.from('AMQP\0\0\x09\x01', 'latin1');
const headerSize = header.length;

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
