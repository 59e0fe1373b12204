import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { connect } from 'amqplib';
import pLimit from 'p-limit';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Engine } from '../../containers/engine/engine.ts';
import { openEngine } from '../../containers/engine/open-engine.ts';
import { commandLine } from '../../requirements/command-line.ts';
import { profiles, requirements } from '../../requirements/index.ts';
import { accountCases } from './check-account-cases.ts';
import { type CheckCase, rabbitmqctl } from './check-case.ts';
import { checkCases } from './check-cases.ts';
import { changes, digestOf, runtimeState } from './check-digest.ts';
import { elsewhereCases } from './check-elsewhere-cases.ts';
import { type CheckRun, ranOnMachine, runCheck } from './check-run.ts';
import { type CheckedMachine, type CheckSite, openCheckSite } from './check-site.ts';
import { type SshClient, sshClient } from './ssh-client.ts';

/** What a check of a broken controller came to, with each profile, and what was different afterwards. */
interface Checked {
  readonly guide: CheckRun;
  readonly hardening: CheckRun;
  readonly changed: ReadonlyMap<string, string>;
}

const cases = [...checkCases, ...accountCases, ...elsewhereCases];
/** Those in which somebody has to be waited for come first, so that others can be done meanwhile. */
const isSlow = ({ timeout, target, guide }: CheckCase) => Boolean(timeout ?? target ?? guide);
const broken = cases.filter(({ breaks }) => breaks !== undefined);
const order = [...broken.filter(isSlow), ...broken.filter((one) => !isSlow(one))];
/** On a machine on which nothing is broken they can take turns. */
const unbroken = cases.filter(({ breaks }) => breaks === undefined);
const [several, inTurn] = [pLimit(3), pLimit(1)];
let client: SshClient;
let engine: Engine;
let site: CheckSite;
let checked: ReadonlyMap<string, Promise<Checked>>;
/** What fails on every controller that only follows the guide; how many files may be opened is the engine's affair. */
let tolerated: readonly string[];

beforeAll(async () => {
  client = await sshClient();
  engine = await openEngine({ onProgress: () => {} });
  site = await openCheckSite(engine, client.publicKey);
  await arrangeHosts();
  tolerated = [
    'guest.absent',
    'tls.listener',
    ...(site.openFiles < 50_000 ? ['limits.file-descriptors'] : []),
  ];
  await using machine = await site.start();
  checked = new Map([
    ...order.map((one) => [one.name, several(() => breakAndCheck(one))] as const),
    ...unbroken.map((one) => [one.name, inTurn(() => checkOne(one, machine))] as const),
  ]);
  await Promise.allSettled(checked.values());
});

afterAll(async () => {
  await engine?.[Symbol.asyncDispose]();
  await client?.[Symbol.asyncDispose]();
});

/** Every case adds a file on its own machine. */
async function arrangeHosts(): Promise<void> {
  await mkdir(join(client.folder, 'hosts'));
  await client.configure(`Include ${client.folder}/hosts/*`);
  await client.know(`controller ${site.hostKey}`);
  const stranger = await readFile(join(client.folder, 'stranger.pub'), 'utf8');
  await writeFile(join(client.folder, 'changed_hosts'), `controller ${stranger}`);
}

async function breakAndCheck(one: CheckCase): Promise<Checked> {
  const others: CheckedMachine[] = [];
  await using machine = await site.start();
  const start = async (hostname: string) => {
    const other = await site.start(hostname);
    others.push(other);
    return other;
  };
  try {
    await one.breaks?.({ machine, client, start });
    return await checkOne(one, machine);
  } finally {
    for (const other of others) await other[Symbol.asyncDispose]();
  }
}

async function checkOne(
  { target, password = site.password, timeout = 120 }: CheckCase,
  machine: CheckedMachine,
): Promise<Checked> {
  const word = (await target?.({ machine, client })) ?? `docker://${machine.name}`;
  const before = await digestOf(machine);
  const args = [word, '--timeout', String(timeout)];
  const guide = await runCheck(args, password);
  const hardening = await runCheck([...args, '--profile', 'hardening'], password);
  return { guide, hardening, changed: changes(before, await digestOf(machine)) };
}

const hardeningOnly = new Set<string>(profiles.hardening.slice(requirements.length).map(({ id }) => id));
const ofGuide = (ids: readonly string[]) => ids.filter((id) => !hardeningOnly.has(id)).sort();

describe.each(cases)('$name', (one) => {
  const { name, fails, unchecked, mended = [], says } = one;
  const of = () => checked.get(name) as Promise<Checked>;

  test('is found out, and its consequences are told from it', async () => {
    const { guide, hardening } = await of();
    const anyhow = tolerated.filter((id) => ![...unchecked, ...mended].includes(id));
    expect({ fails: hardening.fails, unchecked: hardening.unchecked }).toEqual({
      fails: [...anyhow, ...fails].sort(),
      unchecked: unchecked.toSorted(),
    });
    expect({ fails: guide.fails, unchecked: guide.unchecked }).toEqual(
      one.guide ?? { fails: ofGuide(fails), unchecked: ofGuide(unchecked) },
    );
    expect(guide.exitCode).toBe(guide.unchecked.length > 0 ? 2 : Math.min(1, guide.fails.length));
    if (says) expect(hardening.stdout.replaceAll(/\s+/g, ' ')).toMatch(says);
  });

  test('is not changed', async () => {
    const { changed } = await of();
    const ours = [...changed].filter(([thing]) => !runtimeState.some((pattern) => pattern.test(thing)));
    expect(ours).toEqual([]);
  });

  test('is asked exactly what the report says', async () => {
    const { guide, hardening } = await of();
    for (const { calls, performed } of [guide, hardening]) {
      const ran = (await ranOnMachine(calls)).map(commandLine).sort();
      expect(ran).toEqual(performed.filter((done) => !done.startsWith('AMQP: ')).toSorted());
    }
  });

  test('gets its password from no argument, and tells it to nobody', async () => {
    const { guide, hardening } = await of();
    for (const { calls, texts } of [guide, hardening]) {
      expect(calls.flat().filter((word) => word.includes(site.password))).toEqual([]);
      expect([...texts].filter(([, text]) => text.includes(site.password))).toEqual([]);
    }
  });
});

test('any client that logs in and declares something changes what is not counted as a change, and nothing else', async () => {
  await using machine = await site.start();
  const before = await digestOf(machine);
  const account = { hostname: machine.address, username: 'openstack', password: site.password, vhost: '/' };
  const connection = await connect(account);
  const channel = await connection.createChannel();
  await channel.assertQueue('', { exclusive: true });
  await connection.close();
  await rabbitmqctl("eval 'mnesia:dump_log().'")({ machine });
  const changed = [...changes(before, await digestOf(machine)).keys()];
  for (const pattern of runtimeState) expect(changed.some((thing) => pattern.test(thing))).toBe(true);
  expect(changed.filter((thing) => !runtimeState.some((pattern) => pattern.test(thing)))).toEqual([]);
});
