import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { parseReport } from '../../reports/parse-report.ts';
import type { AuditedController } from './audited-controller.ts';
import { type BenchSite, out, program } from './bench-site.ts';
import { type Held, holdTo } from './timing.ts';

const size = 1_000;
const tellPeak = fileURLToPath(new URL('./tell-peak.js', import.meta.url));

const execute = promisify(execFile);

/**
 * Audits one broker under a thousand names, with the whole proof of access on each; how long it takes and how much memory.
 * The audit runs in the network of the broker's container, where all of 127.0.0.0/8 leads to the broker: nothing that would
 * take a part of the processors' time is between them.
 */
export async function auditFleet(
  { engine, rounds, say }: BenchSite,
  { name, environment }: AuditedController,
): Promise<readonly Held[]> {
  const network = await networkOf(engine, name);
  if (network === undefined) {
    say(`the audit of ${size} targets is left out: it needs root, and the engine on this host`);
    return [];
  }
  const targets = Array.from({ length: size }, (_, index) => {
    return `amqp://127.1.${Math.floor(index / 250)}.${(index % 250) + 1}`;
  });
  const [times, peaks]: [number[], number[]] = [[], []];
  for (let round = 1; round <= Math.min(rounds, 3); round += 1) {
    const start = performance.now();
    const megabytes = await check(network, targets, environment);
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

/** The file that stands for the network of a container's processes, where this process may enter it (namespaces(7)). */
async function networkOf(
  { cli, environment }: BenchSite['engine'],
  name: string,
): Promise<string | undefined> {
  if (process.getuid?.() !== 0) return undefined;
  const env = { ...process.env, ...environment };
  const { stdout } = await execute(cli, ['inspect', '--format', '{{.State.Pid}}', name], { env });
  const network = `/proc/${stdout.trim()}/ns/net`;
  return existsSync(network) ? network : undefined;
}

/** @returns the peak of resident memory in megabytes. @throws Error unless access was proven on every target. */
async function check(
  network: string,
  targets: readonly string[],
  env: Readonly<Record<string, string>>,
): Promise<number> {
  const node = [process.execPath, '--import', tellPeak, program, 'check', ...targets, '--out', out];
  const child = spawn('nsenter', [`--net=${network}`, '--', ...node], {
    env,
    stdio: ['ignore', 'ignore', 'pipe', 'pipe'],
  });
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
