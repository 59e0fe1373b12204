import { expect, test } from 'vitest';
import { z } from 'zod';
import { nastyInput } from './fixtures/nasty-input.fixture.ts';
import { sampleFinding, sampleInput, sampleReport } from './fixtures/sample-report.fixture.ts';
import type { ReportInput } from './report-input.ts';
import { renderZuulFileComments } from './zuul-file-comments.ts';

// The keys and types that Zuul checks, and the levels that it documents.
const zuulTakes = z.record(
  z.string().regex(/^(?!\.?\/)(?!\.\.\/)./),
  z.array(
    z.strictObject({
      line: z.int().min(1),
      message: z
        .string()
        .min(1)
        .max(16 * 1024),
      level: z.enum(['info', 'warning', 'error']),
    }),
  ),
);

const read = (input: ReportInput) => zuulTakes.parse(JSON.parse(renderZuulFileComments(input)));

test('each issue is one comment on the line of the guide, worst first', () => {
  const [[path, comments] = []] = Object.entries(read(sampleInput()));
  expect(path).toBe('guide/message-queue.rst');
  expect(comments?.map(({ line, level }) => `${line} ${level}`)).toEqual([
    '30 error',
    '103 error',
    '45 warning',
    '94 warning',
  ]);
  expect(comments?.[3]?.message).toBe(
    [
      'WARNING (drift) output.2.1: Adding the user prints what the guide shows',
      'on: debian-12, debian-13',
      'command: rabbitmqctl add_user openstack RABBIT_PASS',
      'expected: Creating user "openstack" ...',
      'got: Adding user "openstack" ...',
      'fix: Show the line that rabbitmqctl prints since 3.7: Adding user "openstack" ...',
    ].join('\n'),
  );
});

test('what could not be checked for one reason is one comment that names the checks', () => {
  const comment = read(sampleInput())['guide/message-queue.rst']?.[2];
  expect(comment?.message).toBe(
    'NOT CHECKED 5 checks: step.2.1, step.2.2, step.3.1, step.4.1, access.login\n' +
      'on: centos-stand-in (rehearsed on a stand-in)\nwhy: step.1.1 failed, and this needs what it installs',
  );
});

test('only files of the guide in the repository get comments, also where the guide is a folder', () => {
  const repository = { root: '/src', cwd: '/src/doc' };
  const at = (id: string, file: string) => sampleFinding({ id, outcome: 'fail', where: { file, line: 3 } });
  const findings = [
    at('a', './install/messaging.rst'),
    at('b', 'installation.rst'),
    at('c', 'waivers.yaml'),
    at('d', 'install/../../../elsewhere.rst'),
  ];
  const report = { ...sampleReport, guide: { ...sampleReport.guide, path: 'install/' }, findings };
  expect(Object.keys(read(sampleInput({ repository }, report)))).toEqual(['doc/install/messaging.rst']);
});

test('what is waived or known from the baseline is not said again', () => {
  const waiver = { reason: 'x', owner: 'y', expires: '2099-01-01' };
  const findings = [
    sampleFinding({ id: 'a', outcome: 'fail', waiver }),
    sampleFinding({ id: 'b', outcome: 'fail', known: true }),
    sampleFinding({ id: 'c', outcome: 'not-applicable' }),
  ];
  expect(read(sampleInput({}, { ...sampleReport, findings }))).toEqual({});
});

test('any text and any length gives comments that Zuul takes', () => {
  const input = nastyInput(2, 'markdown');
  const where = { file: input.report.guide.path, line: 1 };
  const findings = input.report.findings.map((finding) => ({
    ...finding,
    where,
    actual: `${finding.actual}`.repeat(2_000),
  }));
  expect(Object.values(read({ ...input, report: { ...input.report, findings } }))).toHaveLength(1);
});
