/** An address and port on which the machine accepts TCP connections; IPv6 addresses are written in full. */
export interface ListeningSocket {
  readonly address: string;
  readonly port: number;
  readonly loopback: boolean;
  /** Number of the user whose process opened it. */
  readonly userId: string;
}

/** `TCP_LISTEN` in the kernel's include/net/tcp_states.h. */
const listen = '0A';

/** Finds the listening sockets in /proc/net/tcp and /proc/net/tcp6 (proc_pid_net(5)) of a little-endian machine. */
export function parseListeningSockets(tables: string): readonly ListeningSocket[] {
  return tables.split('\n').flatMap((line) => {
    const [, local, , state, , , , userId] = line.trim().split(/\s+/);
    const match = /^((?:[0-9A-F]{8}){1,4}):([0-9A-F]{4})$/.exec(local ?? '');
    if (state !== listen || !userId || match?.[1] === undefined || match[2] === undefined) return [];
    const port = Number.parseInt(match[2], 16);
    return [{ ...readAddress(match[1]), port, userId }];
  });
}

function readAddress(hex: string): Pick<ListeningSocket, 'address' | 'loopback'> {
  const bytes = bytesOf(hex);
  if (bytes.length === 4) return { address: bytes.join('.'), loopback: bytes[0] === 127 };
  const mapped = bytes.slice(0, 10).every((byte) => byte === 0) && bytes[10] === 255 && bytes[11] === 255;
  const address = bytes.map((byte, at) => (at % 2 === 0 && at > 0 ? ':' : '') + hexByte(byte)).join('');
  const one = bytes.slice(0, 15).every((byte) => byte === 0) && bytes[15] === 1;
  return { address: shortened(address), loopback: one || (mapped && bytes[12] === 127) };
}

/** The kernel prints each 32-bit word of the address as a number, so its four bytes come out backwards. */
function bytesOf(hex: string): readonly number[] {
  const words = hex.match(/.{8}/g) ?? [];
  return words.flatMap((word) =>
    (word.match(/../g) ?? []).map((byte) => Number.parseInt(byte, 16)).reverse(),
  );
}

function hexByte(byte: number): string {
  return byte.toString(16).padStart(2, '0');
}

/** RFC 5952, by way of the URL parser, which knows it. */
function shortened(address: string): string {
  return new URL(`http://[${address}]`).hostname.slice(1, -1);
}
