import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { $ } from 'zx';
import { privileges } from './advice.ts';
import { EngineError } from './engine-error.ts';
import { findProgram } from './find-program.ts';

const quietly = $({ quiet: true, nothrow: true });

/**
 * Makes a network bridge for the private engine whose files lie in `folder`, so that its containers' addresses never meet
 * another engine's on `docker0`; returns its name. Without the program `ip` there is none, and the engine uses `docker0`.
 * @throws EngineError `start-failed` when the kernel refuses it.
 */
export async function raiseBridge(folder: string): Promise<string | undefined> {
  const ip = await findProgram('ip');
  if (!ip) return undefined;
  await removeBridge(folder);
  const name = bridgeName(folder);
  const address = freeAddress(readFileSync('/proc/net/route', 'utf8'));
  await change(ip, ['link', 'add', name, 'type', 'bridge']);
  await change(ip, ['address', 'add', address, 'dev', name]);
  await change(ip, ['link', 'set', name, 'up']);
  return name;
}

/** Removes the bridge again; nothing happens when there is none. */
export async function removeBridge(folder: string): Promise<void> {
  const ip = await findProgram('ip');
  if (ip) await quietly`${ip} link delete ${bridgeName(folder)}`;
}

async function change(ip: string, args: readonly string[]): Promise<void> {
  const { ok, stderr } = await quietly`${ip} ${args}`;
  if (ok) return;
  const what = `Cannot make a network bridge for the private engine: "ip ${args.join(' ')}" said`;
  throw new EngineError('start-failed', `${what} "${stderr.trim()}". ${privileges}`);
}

/** An interface's name has at most 15 bytes; two cache folders on one host get different ones. */
function bridgeName(folder: string): string {
  return `gp-${createHash('sha256').update(folder).digest('hex').slice(0, 8)}`;
}

/** The first of our private /24 networks that meets no route in the text of /proc/net/route, as ADDRESS/24. */
export function freeAddress(routes: string): string {
  const taken = routes.trim().split('\n').slice(1).map(parseRoute);
  const prefixes = ['10.213', '172.29', '192.168'];
  const nets = prefixes.flatMap((prefix) =>
    Array.from({ length: 256 }, (_, third) => `${prefix}.${third}.1`),
  );
  const free = nets.find((net) => !taken.some(({ network, mask }) => meets(toNumber(net), network, mask)));
  return `${free ?? nets[0]}/24`;
}

function meets(address: number, network: number, mask: number): boolean {
  if (mask === 0) return false;
  const shorter = (mask & 0xffffff00) >>> 0;
  return (address & shorter) >>> 0 === (network & shorter) >>> 0;
}

/** Fields 2 and 8 are network and mask, in hex, in the byte order of the machine: little-endian on all we run on. */
function parseRoute(line: string): { readonly network: number; readonly mask: number } {
  const fields = line.split(/\s+/);
  const number = (hex: string | undefined) => Buffer.from(hex ?? '00000000', 'hex').readUInt32LE();
  return { network: number(fields[1]), mask: number(fields[7]) };
}

function toNumber(address: string): number {
  return Buffer.from(address.split('.').map(Number)).readUInt32BE();
}
