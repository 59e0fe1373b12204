import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { connect, createServer } from 'node:net';

/** A port on 127.0.0.1 that never answers in some way. */
export interface DeafPort extends Disposable {
  readonly port: number;
}

const neverAccepting = `
const server = require('node:net').createServer().listen({ port: 0, host: '127.0.0.1', backlog: 1 }, () => {
  require('node:fs').writeSync(1, String(server.address().port));
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
});`;

/** A port that swallows the first packet of a connection, as a firewall does: its queue is full and stays so. */
export async function blackHole(): Promise<DeafPort> {
  const child = spawn(process.execPath, ['-e', neverAccepting], { stdio: ['ignore', 'pipe', 'inherit'] });
  const [printed] = await once(child.stdout, 'data');
  const port = Number(printed);
  const fillers = Array.from({ length: 8 }, () => connect(port, '127.0.0.1').on('error', () => {}));
  await once(fillers[0] as (typeof fillers)[number], 'connect');
  const close = () => {
    for (const filler of fillers) filler.destroy();
    child.kill('SIGKILL');
  };
  return { port, [Symbol.dispose]: close };
}

/** A port that takes connections and says nothing. */
export async function silentPort(): Promise<DeafPort> {
  const server = createServer(() => {}).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('expected a port');
  return { port: address.port, [Symbol.dispose]: () => server.close() };
}
