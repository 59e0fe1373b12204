import { expect, test } from 'vitest';
import { sampleFinding, sampleReport } from './fixtures/sample-report.fixture.ts';
import { issuesOf } from './issues.ts';

const told = (findings: readonly ReturnType<typeof sampleFinding>[]) =>
  issuesOf({ ...sampleReport, findings }, 'error').map(({ standing, variants, targets }) => ({
    standing,
    ids: variants.map(({ finding }) => finding.id),
    targets,
  }));

test('hosts that fail alike in other words are one issue, with each wording once', () => {
  const fail = { id: 'service.active', title: 'The service runs', outcome: 'fail' } as const;
  expect(
    told([
      sampleFinding({ ...fail, target: 'a', actual: 'inactive since 10:01' }),
      sampleFinding({ ...fail, target: 'b', actual: 'inactive since 10:02' }),
      sampleFinding({ ...fail, target: 'c', actual: 'inactive since 10:01' }),
    ]),
  ).toEqual([{ standing: 'failed', ids: ['service.active', 'service.active'], targets: ['a', 'c', 'b'] }]);
});

test('what could not be checked for one reason is one issue, also on two targets', () => {
  const unknown = { outcome: 'could-not-check', reason: 'no engine' } as const;
  expect(
    told([
      sampleFinding({ id: 'step.1.1', target: 'a', ...unknown }),
      sampleFinding({ id: 'step.1.2', target: 'a', ...unknown }),
      sampleFinding({ id: 'step.1.1', target: 'b', ...unknown }),
      sampleFinding({ id: 'step.1.1', target: 'c', ...unknown, reason: 'no mirror' }),
    ]),
  ).toEqual([
    { standing: 'could-not-check', ids: ['step.1.1', 'step.1.2'], targets: ['a', 'b'] },
    { standing: 'could-not-check', ids: ['step.1.1'], targets: ['c'] },
  ]);
});

test('two places of the guide stay two issues, and a pass is none', () => {
  const fail = { id: 'output.2.1', title: 'The same words', outcome: 'fail', severity: 'warning' } as const;
  expect(
    told([
      sampleFinding({ ...fail, where: { file: 'a.rst', line: 75 } }),
      sampleFinding({ ...fail, where: { file: 'a.rst', line: 94 } }),
      sampleFinding({ id: 'step.1.1' }),
    ]),
  ).toHaveLength(2);
});
