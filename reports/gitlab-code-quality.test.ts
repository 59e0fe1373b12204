import { expect, test } from 'vitest';
import { z } from 'zod';
import { nastyInput } from './fixtures/nasty-input.fixture.ts';
import { sampleFinding, sampleInput, sampleReport } from './fixtures/sample-report.fixture.ts';
import { renderCodeQuality } from './gitlab-code-quality.ts';
import type { ReportInput } from './report-input.ts';

// What GitLab documents: every key is required, the path is relative, and the text starts with no byte order mark.
const documented = z.array(
  z.strictObject({
    description: z.string().min(1),
    check_name: z.string().min(1),
    fingerprint: z.string().regex(/^[0-9a-f]{64}$/),
    severity: z.enum(['info', 'minor', 'major', 'critical', 'blocker']),
    location: z.strictObject({
      path: z.string().regex(/^(?!\.?\/)/),
      lines: z.strictObject({ begin: z.int().min(1) }),
    }),
  }),
);

const read = (input: ReportInput) => documented.parse(JSON.parse(renderCodeQuality(input)));

test('a run has an entry for each problem of each distribution, worst first', () => {
  const entries = read(sampleInput());
  expect(entries.map(({ check_name, severity }) => `${check_name} ${severity}`)).toEqual([
    'step.1.1 critical',
    'access.configure critical',
    ...['step.2.1', 'step.2.2', 'step.3.1', 'step.4.1', 'access.login'].map((id) => `${id} major`),
    'output.2.1 minor',
    'output.2.1 minor',
  ]);
  expect(entries[8]).toMatchObject({
    description:
      'Adding the user prints what the guide shows: expected Creating user "openstack" ..., got Adding user "openstack" ... (Debian 13)',
    location: { path: 'guide/message-queue.rst', lines: { begin: 94 } },
  });
});

test('no two entries share a fingerprint, of which GitLab would show one', () => {
  const fail = { id: 'user.exists', title: 'There is a user', outcome: 'fail' } as const;
  const findings = [
    sampleFinding(fail),
    sampleFinding({ ...fail, known: true }),
    sampleFinding({ ...fail, outcome: 'could-not-check' }),
    sampleFinding({ ...fail, expected: 'another' }),
  ];
  const entries = read(sampleInput({}, { ...sampleReport, findings }));
  expect(new Set(entries.map(({ fingerprint }) => fingerprint)).size).toBe(4);
});

test('what is waived is left out, and a path counts from the root of the repository', () => {
  const waiver = { reason: 'x', owner: 'y', expires: '2099-01-01' };
  const findings = [
    sampleFinding({ id: 'a.a', outcome: 'fail', waiver }),
    sampleFinding({ id: 'b.b', outcome: 'fail' }),
  ];
  const repository = { root: '/src', cwd: '/src/doc' };
  const entries = read(sampleInput({ repository }, { ...sampleReport, findings }));
  expect(entries.map(({ check_name, location }) => [check_name, location.path])).toEqual([
    ['b.b', 'doc/guide/message-queue.rst'],
  ]);
});

test('any text gives JSON that is valid UTF-8', () => {
  const json = renderCodeQuality(nastyInput(1, 'markdown'));
  expect(read(nastyInput(1, 'markdown')).length).toBeGreaterThan(3);
  expect(json).not.toMatch(/\\ud[89a-f]/i);
});
