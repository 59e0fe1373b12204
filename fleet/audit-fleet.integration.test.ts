import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, test } from 'vitest';
import { auditFleet } from './audit-fleet.ts';
import { fakeAudit, fakeStore, fakeTargets, fakeUnaudited } from './fake-fleet.fixture.ts';

test('of 10,000 hosts nothing but findings stays in memory: no more transcripts than jobs', async () => {
  setFlagsFromString('--expose-gc');
  const collectGarbage = runInNewContext('gc') as () => void;
  const transcripts: WeakRef<object>[] = [];
  let alive = 0;
  const audits = await auditFleet({
    targets: fakeTargets(10_000),
    jobs: 50,
    unaudited: fakeUnaudited,
    signal: new AbortController().signal,
    store: fakeStore(),
    audit: async ({ id }) => {
      const audit = fakeAudit(id);
      transcripts.push(new WeakRef(audit.transcript));
      await new Promise(setImmediate);
      if (transcripts.length === 10_000 && alive === 0) {
        collectGarbage();
        alive = transcripts.filter((transcript) => transcript.deref() !== undefined).length;
      }
      return audit;
    },
  });
  expect(audits).toHaveLength(10_000);
  expect(alive).toBeGreaterThan(0);
  expect(alive).toBeLessThanOrEqual(50);
});
