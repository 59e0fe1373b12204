import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import type { AddressInfo, Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import tls from 'node:tls';
import type { Peer } from './amqp-peer.fixture.ts';

/** A certificate made for one test, and the file that says whom to trust for it. */
export interface Identity extends Disposable {
  readonly key: Buffer;
  readonly cert: Buffer;
  readonly caFile: string;
}

/** A certificate for one name or address, that nobody vouches for but itself; `days` below zero makes one that has expired. */
export function newIdentity(altName: string, days = 1): Identity {
  const folder = mkdtempSync(join(tmpdir(), 'guideproof-tls-'));
  const path = (name: string) => join(folder, name);
  const openssl = (...args: string[]) => execFileSync('openssl', args, { stdio: 'pipe' });
  const subject = ['-subj', '/CN=broker', '-addext', `subjectAltName=${altName}`];
  openssl('ecparam', '-name', 'prime256v1', '-genkey', '-noout', '-out', path('key'));
  openssl('req', '-new', '-key', path('key'), ...subject, '-out', path('request'));
  const sign = ['-signkey', path('key'), '-days', String(days), '-copy_extensions', 'copy'];
  openssl('x509', '-req', '-in', path('request'), ...sign, '-out', path('certificate'));
  return {
    key: readFileSync(path('key')),
    cert: readFileSync(path('certificate')),
    caFile: path('certificate'),
    [Symbol.dispose]: () => rmSync(folder, { recursive: true }),
  };
}

/** A peer that does whatever `speak` does with each connection inside TLS. */
export async function listenTls(options: tls.TlsOptions, speak: (socket: Socket) => void): Promise<Peer> {
  const sockets = new Set<Socket>();
  const server = tls.createServer(options, speak);
  server.on('connection', (socket: Socket) => sockets.add(socket));
  server.on('secureConnection', (socket) => socket.on('error', () => undefined));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    async [Symbol.asyncDispose]() {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}
