import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { parseReport } from '../../reports/parse-report.ts';
import type { AuditedController } from './audited-controller.ts';
import { type BenchSite, out, program } from './bench-site.ts';
import { loopbackDoor } from './loopback-door.ts';
import { type Held, holdTo } from './timing.ts';

const size = 1_000;
const tellPeak = fileURLToPath(new URL('./tell-peak.js', import.meta.url));

/** Audits one broker under a thousand names, with the whole proof of access on each; how long it takes and how much memory. */
export async function auditFleet(
  { rounds, say }: BenchSite,
  { port, environment }: AuditedController,
): Promise<readonly Held[]> {
  await using door = await loopbackDoor(port);
  const targets = Array.from({ length: size }, (_, index) => {
    return `amqp://127.1.${Math.floor(index / 250)}.${(index % 250) + 1}:${door.port}`;
  });
  const [times, peaks]: [number[], number[]] = [[], []];
  for (let round = 1; round <= Math.min(rounds, 3); round += 1) {
    const start = performance.now();
    const megabytes = await check(targets, environment);
    const took = (performance.now() - start) / 1_000;
    say(`round ${round}: ${size} targets ${took.toFixed(1)} s, ${megabytes.toFixed(0)} MB`);
    times.push(took);
    peaks.push(megabytes);
  }
  return [
    holdTo(20, `check of ${size} amqp:// targets, seconds`, times),
    holdTo(300, `check of ${size} amqp:// targets, peak MB`, peaks),
  ];
}

/** @returns the peak of resident memory in megabytes. @throws Error unless access was proven on every target. */
async function check(targets: readonly string[], env: Readonly<Record<string, string>>): Promise<number> {
  const args = ['--import', tellPeak, program, 'check', ...targets, '--out', out];
  const child = spawn(process.execPath, args, { env, stdio: ['ignore', 'ignore', 'pipe', 'pipe'] });
  const [said, peak] = await Promise.all([
    text(child.stderr as Readable),
    text(child.stdio[3] as Readable),
    once(child, 'close'),
  ]);
  if (child.exitCode !== 0) throw new Error(`expected exit code 0, got ${child.exitCode}: ${said}`);
  const file = join(out, 'findings.json');
  const { findings } = parseReport(await readFile(file, 'utf8'), file);
  const proven = findings.filter(({ id, outcome }) => id === 'access.rpc' && outcome === 'pass').length;
  if (proven !== targets.length)
    throw new Error(`expected ${targets.length} proofs of access, got ${proven}`);
  return Number(peak) / 1_024;
}
