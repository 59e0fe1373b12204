import { expect, test } from 'vitest';
import { nastyInput } from '../fixtures/nasty-input.fixture.ts';
import { sampleFinding, sampleInput, sampleReport, sampleTarget } from '../fixtures/sample-report.fixture.ts';
import { complaintsAboutSarif } from '../fixtures/validate-sarif.fixture.ts';
import type { ReportInput } from '../report-input.ts';
import { renderSarif } from './sarif.ts';

interface Log {
  readonly runs: readonly [
    {
      readonly tool: { readonly driver: { readonly rules: readonly Rule[] } };
      readonly results: readonly Result[];
      readonly invocations: readonly [{ readonly toolExecutionNotifications?: unknown }];
    },
  ];
}
interface Rule {
  readonly id: string;
  readonly help: { readonly text: string };
  readonly properties: { readonly tags: readonly string[] };
}
interface Result {
  readonly ruleId: string;
  readonly ruleIndex: number;
  readonly kind: string;
  readonly level: string;
  readonly message: { readonly text: string };
  readonly partialFingerprints: Readonly<Record<string, string>>;
  readonly suppressions?: readonly unknown[];
  readonly baselineState?: string;
  readonly fixes?: readonly unknown[];
  readonly locations: readonly { readonly physicalLocation: unknown }[];
}

const read = (input: ReportInput): Log['runs'][0] => (JSON.parse(renderSarif(input)) as Log).runs[0];
const withFindings = (...findings: readonly ReturnType<typeof sampleFinding>[]) =>
  sampleInput({}, { ...sampleReport, findings });

test.each([
  ['a mixed run', sampleInput()],
  ['nothing at all', withFindings()],
  ['texts of any kind', nastyInput(1, 'markdown')],
])('%s fits the schema of SARIF 2.1.0', (_name, input) => {
  expect(complaintsAboutSarif(JSON.parse(renderSarif(input)))).toEqual([]);
});

test('the schema would notice: it refuses a level that there is not, and a line 0', () => {
  const log = renderSarif(sampleInput())
    .replace('"level": "none"', '"level": "fatal"')
    .replace(/"startLine": \d+/, '"startLine": 0');
  expect(complaintsAboutSarif(JSON.parse(log))).toEqual([
    expect.stringContaining('/startLine must be >= 1'),
    expect.stringContaining('/level must be equal to one of the allowed values'),
  ]);
});

test('worst first: fails with their level, then what could not be checked as open without one', () => {
  expect(read(sampleInput()).results.map(({ ruleId, kind, level }) => `${ruleId} ${kind} ${level}`)).toEqual([
    'step.1.1 fail error',
    'access.configure fail error',
    ...['step.2.1', 'step.2.2', 'step.3.1', 'step.4.1', 'access.login'].map((id) => `${id} open none`),
    'output.2.1 fail warning',
    'output.2.1 fail warning',
  ]);
});

test('each result names its rule, and each rule explains itself with few tags', () => {
  const { tool, results } = read(sampleInput());
  const { rules } = tool.driver;
  for (const { ruleId, ruleIndex } of results) expect(rules[ruleIndex]?.id).toBe(ruleId);
  expect(new Set(rules.map(({ id }) => id)).size).toBe(rules.length);
  expect(rules.every(({ help, properties }) => help.text.length > 100 && properties.tags.length <= 10)).toBe(
    true,
  );
});

test('a result stands on the line of the guide, by its path in the repository', () => {
  const repository = { root: '/src/manuals', cwd: '/src/manuals/doc guide' };
  const [, result] = read(sampleInput({ repository })).results;
  expect(result?.locations).toEqual([
    {
      physicalLocation: {
        artifactLocation: { uri: 'doc%20guide/guide/message-queue.rst' },
        region: { startLine: 103 },
      },
    },
  ]);
});

const guide = [
  '',
  '   .. code-block:: console',
  '',
  '      # add',
  '      Creating user "openstack" ...',
  '',
].join('\n');
const drift = sampleFinding({
  id: 'output.2.1',
  outcome: 'fail',
  severity: 'warning',
  where: { file: 'a.rst', line: 5 },
  expected: 'Creating user "openstack" ...',
  actual: 'Adding user "openstack" ...\nDone.',
});

test('the fix of drift puts what was printed in place of what the guide shows, indented alike', () => {
  const input = { ...withFindings(drift), sources: new Map([['a.rst', guide]]) };
  expect(complaintsAboutSarif(JSON.parse(renderSarif(input)))).toEqual([]);
  expect(read(input).results[0]?.fixes).toEqual([
    {
      description: { text: 'Show what Debian 12 prints' },
      artifactChanges: [
        {
          artifactLocation: { uri: 'a.rst' },
          replacements: [
            {
              deletedRegion: { startLine: 5, startColumn: 7, endLine: 5, endColumn: 36 },
              insertedContent: { text: 'Adding user "openstack" ...\n      Done.' },
            },
          ],
        },
      ],
    },
  ]);
});

test.each([
  ['another text', guide.replace('Creating', 'Making')],
  ['nothing', undefined],
])('there is no fix where the guide has %s on that line', (_name, source) => {
  const sources = new Map(source === undefined ? [] : [['a.rst', source]]);
  expect(read({ ...withFindings(drift), sources }).results[0]?.fixes).toBeUndefined();
});

test('a waived fail is suppressed with its reason, and then every result says whether it is', () => {
  const waiver = { reason: 'fixed upstream', owner: 'docs', expires: '2099-01-01' };
  const input = withFindings({ ...drift, waiver }, { ...drift, id: 'output.3.1' });
  expect(complaintsAboutSarif(JSON.parse(renderSarif(input)))).toEqual([]);
  expect(read(input).results.map(({ suppressions }) => suppressions)).toEqual([
    [],
    [{ kind: 'external', status: 'accepted', justification: 'fixed upstream (docs, until 2099-01-01)' }],
  ]);
});

test('what the baseline has too is unchanged, the rest is new', () => {
  const { results } = read(withFindings({ ...drift, known: true }, { ...drift, id: 'output.3.1' }));
  expect(results.map(({ baselineState }) => baselineState)).toEqual(['new', 'unchanged']);
});

test('text of a machine forms no link', () => {
  const { results } = read(withFindings({ ...drift, actual: '[click](http://evil.example)' }));
  expect(results[0]?.message.text).toContain('got: [click] (http://evil.example)');
});

test('more than GitHub shows is cut to the worst, and that is said', () => {
  const input = sampleInput();
  const [{ results, invocations }] = (
    JSON.parse(renderSarif(input, { results: 2, characters: 9_000 })) as Log
  ).runs;
  expect(results).toEqual(read(input).results.slice(0, 2));
  expect(JSON.stringify(invocations)).toContain('7 less severe results are left out');
});

test('results that would make the file too large are left out, with their rules', () => {
  const log = renderSarif(sampleInput(), { results: 5_000, characters: 1_500 });
  const [{ results, tool }] = (JSON.parse(log) as Log).runs;
  expect(JSON.stringify(results).length).toBeLessThan(1_500);
  expect(results.map(({ ruleId }) => ruleId)).toEqual(tool.driver.rules.map(({ id }) => id));
});

test('a result has a size that has nothing to do with how much a machine printed', () => {
  const long = { actual: '"'.repeat(50_000), reason: 'y'.repeat(50_000), fix: 'z'.repeat(50_000) };
  expect(renderSarif(withFindings({ ...drift, ...long })).length).toBeLessThan(8_000);
});

test('a host without a name for its distribution is told of all the same', () => {
  const { distro: _, ...unnamed } = sampleTarget({ id: 'ssh://a', kind: 'controller' });
  const report = { ...sampleReport, targets: [unnamed], findings: [{ ...drift, target: 'ssh://a' }] };
  expect(read(sampleInput({}, report)).results[0]?.message.text).toContain(
    'on: ssh://a (an unknown distribution)',
  );
});
