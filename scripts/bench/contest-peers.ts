import { execFile } from 'node:child_process';
import { resolve } from 'node:path';
import { promisify } from 'node:util';
import type { AuditedController } from './audited-controller.ts';
import { type BenchSite, out, program } from './bench-site.ts';
import { peersHere } from './peers.ts';
import { type Held, holdAbove, holdTo, seconds, showAll } from './timing.ts';

const execute = promisify(execFile);

/** Times `check` on a controller against one look at its status, and against the same requirements in the hands of peers. */
export async function contestPeers(site: BenchSite, controller: AuditedController): Promise<readonly Held[]> {
  const { engine, rounds, say } = site;
  const { name } = controller;
  // pytest would write beside the test.
  const env = { ...controller.environment, PYTHONPYCACHEPREFIX: resolve(out, 'pycache') };
  const peers = await peersHere(site);
  const whole = ([file, ...args]: readonly [string, ...string[]]) =>
    seconds(() => execute(file, args, { env }));
  const target = `${engine.kind}://${name}`;
  const overStatus: number[] = [];
  const overPeers = new Map<string, number[]>(peers.map((peer) => [peer.name, []]));
  for (let round = 1; round <= rounds; round += 1) {
    const status = await whole([engine.cli, 'exec', name, 'rabbitmqctl', 'status']);
    const check = await whole([process.execPath, program, 'check', target, '--out', out]);
    overStatus.push(check / status);
    const times: Record<string, number> = { status, check };
    for (const peer of peers) {
      const time = await whole(peer.commandLine(name, engine.kind));
      overPeers.get(peer.name)?.push(time / check);
      times[peer.name] = time;
    }
    say(`round ${round}: ${showAll(times)}`);
  }
  return [
    holdTo(1.6, 'check / rabbitmqctl status', overStatus),
    ...peers.map((peer) => holdAbove(peer.slower, `${peer.name} / check`, overPeers.get(peer.name) ?? [])),
  ];
}
