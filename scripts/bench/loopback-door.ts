import { once } from 'node:events';
import { type AddressInfo, connect, createServer } from 'node:net';
import { pipeline } from 'node:stream';

/** A port that leads to another one. */
export interface Door extends AsyncDisposable {
  readonly port: number;
}

/** Opens a port at every address in 127.0.0.0/8, which are all this host's, that leads to `port` of 127.0.0.1; others are sent away. */
export async function loopbackDoor(port: number): Promise<Door> {
  const server = createServer({ noDelay: true }, (visitor) => {
    if (!visitor.localAddress?.startsWith('127.')) return void visitor.destroy();
    const broker = connect({ port, host: '127.0.0.1', noDelay: true });
    // A connection may end in any way that either side likes.
    pipeline(visitor, broker, visitor, () => {});
  });
  server.listen(0, '0.0.0.0');
  await once(server, 'listening');
  const { port: own } = server.address() as AddressInfo;
  return { port: own, [Symbol.asyncDispose]: async () => void server.close() };
}
