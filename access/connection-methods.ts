import { isMethod, methodsIn } from './amqp-frame.ts';

const connectionClass = 10;
const startMethod = 10;
const tuneMethod = 30;
const closeMethod = 50;

/** What a broker calls itself. */
export interface Broker {
  readonly product: string;
  readonly version: string;
}

/** A `connection.close` that a broker sent. */
export interface ConnectionClose {
  readonly code: number;
  readonly text: string;
}

/** What a broker calls itself in its `connection.start`, which it sends before any login; undefined without one. */
export function findBroker(bytes: Buffer): Broker | undefined {
  const start = findMethod(bytes, startMethod);
  // Class, method, two octets of protocol version, then the server's properties as a table.
  return start && brokerIn(start.subarray(6));
}

/** The refusal in a handshake, if the broker sent one. */
export function findConnectionClose(bytes: Buffer): ConnectionClose | undefined {
  const close = findMethod(bytes, closeMethod);
  if (!close) return undefined;
  const length = close.readUInt8(6);
  return { code: close.readUInt16BE(4), text: close.toString('utf8', 7, 7 + length) };
}

/** True when the broker went on to `connection.tune`, which it does once it has accepted user name and password. */
export function acceptedPassword(bytes: Buffer): boolean {
  return findMethod(bytes, tuneMethod) !== undefined;
}

function findMethod(bytes: Buffer, methodId: number): Buffer | undefined {
  for (const payload of methodsIn(bytes)) if (isMethod(payload, connectionClass, methodId)) return payload;
  return undefined;
}

function brokerIn(table: Buffer): Broker {
  return {
    product: textIn(table, 'product') ?? 'a broker without a name',
    version: textIn(table, 'version') ?? 'of unknown version',
  };
}

/** A long string of a table by its key: found by its name, type and length, so that no other type needs decoding. */
function textIn(table: Buffer, key: string): string | undefined {
  const entry = Buffer.concat([Buffer.of(key.length), Buffer.from(`${key}S`)]);
  const at = table.indexOf(entry);
  if (at < 0 || at + entry.length + 4 > table.length) return undefined;
  const from = at + entry.length + 4;
  return table.toString('utf8', from, from + table.readUInt32BE(from - 4));
}
