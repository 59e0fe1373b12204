import { expect, test } from 'vitest';
import type { CheckTarget } from '../model/check-target.ts';
import { auditFleet, type FleetPlan } from './audit-fleet.ts';
import { fakeAudit, fakeStore, fakeTargets, fakeUnaudited } from './fake-fleet.fixture.ts';
import type { FleetEvent } from './fleet-event.ts';

const never = new Promise<never>(() => undefined);

function run(targets: readonly CheckTarget[], over: Partial<FleetPlan> = {}) {
  return auditFleet({
    targets,
    jobs: 2,
    audit: async ({ id }) => fakeAudit(id),
    unaudited: fakeUnaudited,
    signal: new AbortController().signal,
    store: fakeStore(),
    ...over,
  });
}

function reasonsOf(audits: Awaited<ReturnType<typeof run>>) {
  return audits.map(({ findings }) => findings[0]?.reason);
}

test('a slow target delays no other; results come in the order of the targets, without transcripts', async () => {
  const [slow, ...others] = fakeTargets(20);
  if (!slow) throw new Error('expected a target');
  const store = fakeStore();
  let release = (): void => undefined;
  const gate = new Promise<void>((resolve) => {
    release = resolve;
  });
  const audits = await run([slow, ...others], {
    store,
    audit: async ({ id }) => {
      if (id === slow.id) await gate;
      // The last of the others lets the slow one end: it is reached only if nobody waits for the slow one.
      if (id === others.at(-1)?.id) release();
      return fakeAudit(id);
    },
  });
  expect(store.ids).toHaveLength(20);
  expect(audits.map(({ target }) => target.id)).toEqual([slow, ...others].map(({ id }) => id));
  expect(Object.keys(audits[0] ?? {})).toEqual(['target', 'findings']);
});

test('no more than `jobs` are worked on at the same time', async () => {
  let running = 0;
  let most = 0;
  await run(fakeTargets(30), {
    jobs: 7,
    audit: async ({ id }) => {
      running += 1;
      most = Math.max(most, running);
      await new Promise(setImmediate);
      running -= 1;
      return fakeAudit(id);
    },
  });
  expect(most).toBe(7);
});

test('an audit that throws, at once or later, costs nothing but itself', async () => {
  const [first, second, third] = fakeTargets(3);
  const audits = await run(
    [first, second, third].filter((target) => target !== undefined),
    {
      audit: ({ id }) => {
        if (id === first?.id) throw new Error('a bug');
        return id === second?.id ? Promise.reject(new Error('another')) : Promise.resolve(fakeAudit(id));
      },
    },
  );
  expect(reasonsOf(audits)).toEqual(['the audit broke: a bug', 'the audit broke: another', undefined]);
});

test('an interruption leaves what is done, waits little for what runs, and begins nothing', async () => {
  const interruption = new AbortController();
  const store = fakeStore();
  const audits = await run(fakeTargets(5), {
    store,
    jobs: 2,
    graceMs: 5,
    signal: interruption.signal,
    audit: async ({ id }, signal) => {
      if (id.includes('host-0')) return fakeAudit(id);
      if (id.includes('host-1')) return never;
      interruption.abort();
      expect(signal.aborted).toBe(true);
      return fakeAudit(id, 'could-not-check', 'stopped half-way');
    },
  });
  expect(reasonsOf(audits)).toEqual([
    undefined,
    'the run was interrupted before its audit ended',
    'stopped half-way',
    'the run was interrupted before it was reached',
    'the run was interrupted before it was reached',
  ]);
  expect(store.ids).toEqual(['amqp://host-0:5672']);
});

test('what an earlier run has kept is not audited again', async () => {
  const targets = fakeTargets(3);
  const kept = new Map([['amqp://host-1:5672', fakeAudit('amqp://host-1:5672', 'fail')]]);
  const events: FleetEvent[] = [];
  const asked: string[] = [];
  const audits = await run(targets, {
    store: fakeStore(kept),
    onEvent: (event) => events.push(event),
    audit: async ({ id }) => {
      asked.push(id);
      return fakeAudit(id);
    },
  });
  expect(asked).toEqual(['amqp://host-0:5672', 'amqp://host-2:5672']);
  expect(audits[1]?.findings[0]?.outcome).toBe('fail');
  expect(events.map(({ kind }) => kind)).toContain('resumed');
});

test('a result that cannot be kept still counts, and that is told', async () => {
  const events: FleetEvent[] = [];
  const store = { ...fakeStore(), keep: () => Promise.reject(new Error('no space left')) };
  const audits = await run(fakeTargets(1), { store, onEvent: (event) => events.push(event) });
  expect(audits).toHaveLength(1);
  expect(events).toContainEqual(expect.objectContaining({ kind: 'not-kept', target: 'amqp://host-0:5672' }));
});
