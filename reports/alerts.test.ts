import { expect, test } from 'vitest';
import { alertsOf } from './alerts.ts';
import { sampleFinding, sampleReport, sampleTarget } from './fixtures/sample-report.fixture.ts';

const fail = { id: 'service.active', title: 'The service runs', outcome: 'fail' } as const;
const targets = [
  sampleTarget({ id: 'a', distro: 'Debian 12', kind: 'controller' }),
  sampleTarget({ id: 'b', distro: 'Debian 12', kind: 'controller' }),
  sampleTarget({ id: 'c', distro: 'Debian 13', kind: 'controller' }),
];
const alerts = (...findings: readonly ReturnType<typeof sampleFinding>[]) =>
  alertsOf({ ...sampleReport, targets, findings }, 'error');
const fingerprints = (finding: ReturnType<typeof sampleFinding>) =>
  alerts(finding).map(({ fingerprint }) => fingerprint);

test('hosts of one distribution share an alert, another distribution has its own', () => {
  const found = alerts(
    ...['a', 'b', 'c'].map((target) => sampleFinding({ ...fail, target, actual: target })),
  );
  expect(found.map(({ distribution, targets: on }) => [distribution, on])).toEqual([
    ['Debian 12', ['a', 'b']],
    ['Debian 13', ['c']],
  ]);
});

test('a fingerprint outlives a moved line and other words of a machine, not another promise', () => {
  const [before] = fingerprints(sampleFinding({ ...fail, target: 'a', actual: 'dead', expected: 'active' }));
  const moved = { where: { file: 'guide/renamed.rst', line: 99 }, actual: 'failed' };
  expect(fingerprints(sampleFinding({ ...fail, target: 'b', expected: 'active', ...moved }))).toEqual([
    before,
  ]);
  expect(fingerprints(sampleFinding({ ...fail, target: 'a', expected: 'running' }))).not.toEqual([before]);
});

test('hosts that are waived and hosts that are not are two alerts with two fingerprints', () => {
  const waiver = { reason: 'known', owner: 'docs', expires: '2099-01-01' };
  const found = alerts(
    sampleFinding({ ...fail, target: 'a' }),
    sampleFinding({ ...fail, target: 'b', waiver }),
  );
  expect(found.map(({ standing, targets: on }) => [standing, on])).toEqual([
    ['failed', ['a']],
    ['waived', ['b']],
  ]);
  expect(new Set(found.map(({ fingerprint }) => fingerprint)).size).toBe(2);
});

test('a stand-in is named as one; what passed or did not apply is no alert', () => {
  const found = alertsOf(sampleReport, 'error');
  expect(found.map(({ standing, distribution }) => `${standing} ${distribution}`)).toEqual([
    'failed CentOS Stream 9 (rehearsed on a stand-in)',
    'failed Debian 13',
    ...Array.from({ length: 5 }, () => 'could-not-check CentOS Stream 9 (rehearsed on a stand-in)'),
    'tolerated Debian 12',
    'tolerated Debian 13',
  ]);
});
