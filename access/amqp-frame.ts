/** Type octets, sizes in bytes and the end octet of frames (AMQP 0-9-1 specification, 2.3.5). */
const methodFrameType = 1;
const frameHeaderSize = 7;
const frameEnd = 0xce;

/** A whole method frame; `classId` and `methodId` as in the specification's reference, `fields` already encoded. */
export function methodFrame(channel: number, classId: number, methodId: number, ...fields: Buffer[]): Buffer {
  const payload = Buffer.concat([short(classId), short(methodId), ...fields]);
  const header = Buffer.concat([Buffer.of(methodFrameType), short(channel), long(payload.length)]);
  return Buffer.concat([header, payload, Buffer.of(frameEnd)]);
}

/** A 16 bit number. */
export function short(value: number): Buffer {
  return Buffer.of(value >> 8, value & 0xff);
}

/** A 32 bit number. */
export function long(value: number): Buffer {
  return Buffer.concat([short(value >>> 16), short(value & 0xffff)]);
}

/** A text of at most 255 bytes. */
export function shortString(text: string): Buffer {
  const bytes = Buffer.from(text);
  return Buffer.concat([Buffer.of(bytes.length), bytes]);
}

/** A text of any length. */
export function longString(text: string): Buffer {
  const bytes = Buffer.from(text);
  return Buffer.concat([long(bytes.length), bytes]);
}

/** The payloads of the method frames that bytes begin with, each from its class id on. */
export function* methodsIn(bytes: Buffer): Generator<Buffer> {
  let rest = bytes;
  while (rest.length > frameHeaderSize) {
    const end = frameHeaderSize + rest.readUInt32BE(3);
    if (rest[end] !== frameEnd) return;
    if (rest[0] === methodFrameType) yield rest.subarray(frameHeaderSize, end);
    rest = rest.subarray(end + 1);
  }
}

/** True when a method's payload is of that class and method. */
export function isMethod(payload: Buffer, classId: number, methodId: number): boolean {
  return payload.length >= 4 && payload.readUInt16BE(0) === classId && payload.readUInt16BE(2) === methodId;
}

/** True when bytes begin as every AMQP 0-9-1 broker does: with a method frame on channel 0, whole or cut short. */
export function beginsAsAmqp(bytes: Buffer): boolean {
  const start = Buffer.from([methodFrameType, 0, 0]);
  return bytes.subarray(0, start.length).equals(start.subarray(0, bytes.length));
}
