import junit, { type Builder, type TestSuite } from 'junit-report-builder';
import type { Finding } from '../model/finding.ts';
import type { Coverage, Target } from '../model/report.ts';
import { byTarget } from './by-target.ts';
import { addCase } from './junit-case.ts';
import { oneLine } from './plain-text.ts';
import type { ReportInput } from './report-input.ts';
import { inStableOrder } from './stable-order.ts';
import { xmlText } from './xml-text.ts';

// Its types promise a module with a `default`; what Node imports from its CommonJS is the builder itself.
const shared = junit as unknown as Builder;

/**
 * JUnit XML: one suite per target, one case per finding. How the outcomes map is told in `docs/reports.md`; in short,
 * nothing but a pass is plainly green: a fail at or above `failOn` is a `<failure>`, one below it passes under a name
 * that starts with its severity (all that GitLab shows of a passed case), what could not be checked is an `<error>`,
 * what did not apply, is waived or is known from the baseline is `<skipped>` with its reason.
 */
export function renderJunit(input: ReportInput): string {
  const ordered = { ...input, report: inStableOrder(input.report) };
  const { targets, coverage, findings } = ordered.report;
  const builder = shared.newBuilder().name(xmlText(oneLine(`guideproof ${ordered.report.command}`)));
  completeRoot(builder, seconds(findings), ordered.options.junit === 'strict');
  const all = {
    targets: new Map(targets.map((target) => [target.id, target])),
    coverage: new Map(coverage.map((counts) => [counts.target, counts])),
    findings: byTarget(findings),
    names: new Set<string>(),
  };
  // A finding about no listed target (a guide's own defect) is not lost: it gets a suite too.
  for (const id of new Set([...all.targets.keys(), ...all.findings.keys()]))
    addSuite(builder, ordered, id, all);
  return builder.build();
}

/** A report by target id, and the names of cases given so far. */
interface Indexed {
  readonly targets: ReadonlyMap<string, Target>;
  readonly coverage: ReadonlyMap<string, Coverage>;
  readonly findings: ReadonlyMap<string, readonly Finding[]>;
  readonly names: Set<string>;
}

function addSuite(builder: Builder, input: ReportInput, id: string, all: Indexed): void {
  const { report } = input;
  const target = all.targets.get(id);
  const findings = all.findings.get(id) ?? [];
  const suite = builder
    .testSuite()
    .name(xmlText(oneLine(`guideproof.${report.command}.${id}${caveat(target)}`)))
    .timestamp(report.startedAt.slice(0, 19))
    .time(seconds(findings));
  for (const [name, value] of propertiesOf(input, target, all.coverage.get(id)))
    suite.property(xmlText(oneLine(name)), xmlText(oneLine(value)));
  for (const finding of findings) addCase(suite, { input, finding, target, names: all.names });
  buildApart(suite);
}

// The tree of a thousand suites takes ten times the memory of its text, so each becomes text before the next is built.
function buildApart(suite: TestSuite): void {
  const build = suite.build.bind(suite);
  suite.build = (root) => {
    if (root === undefined) return build();
    return root.raw(build().toString({ pretty: true, offset: 1 }).trim());
  };
}

function caveat(target: Target | undefined): string {
  return target?.kind === 'stand-in'
    ? ` (rehearsed on a stand-in: proves nothing about ${target.distro ?? target.id})`
    : '';
}

// Rounded one by one, as the cases show them, so that the sums are exact.
function seconds(findings: readonly Finding[]): number {
  return findings.reduce((sum, finding) => sum + Math.round(finding.durationMs), 0) / 1000;
}

function propertiesOf(
  { report }: ReportInput,
  target: Target | undefined,
  coverage: Coverage | undefined,
): readonly (readonly [string, string])[] {
  return [
    ['guide.path', report.guide.path],
    ['guide.sha256', report.guide.sha256],
    ['tool', `${report.tool.name} ${report.tool.version}`],
    ...(target ? targetProperties(target) : []),
    ...(coverage ? coverageProperties(coverage) : []),
  ];
}

function targetProperties(target: Target): readonly (readonly [string, string])[] {
  return [
    ...(target.distro === undefined ? [] : ([['distribution', target.distro]] as const)),
    ...(target.tag === undefined ? [] : ([['tag', target.tag]] as const)),
    ['kind', target.kind],
    ...(target.image ? ([['image.reference', target.image.reference]] as const) : []),
    ...(target.image ? ([['image.digest', target.image.digest]] as const) : []),
    ...(target.broker ? ([['broker.version', target.broker.version]] as const) : []),
    ...target.accommodations.map(({ id, text }) => [`accommodation.${id}`, text] as const),
  ];
}

function coverageProperties({ target: _, ...counts }: Coverage): readonly (readonly [string, string])[] {
  return Object.entries(counts).map(([name, count]) => [`coverage.${name}`, String(count)]);
}

// The builder has no way to its root element but through a child that is being built, so this child writes nothing but
// the root's time, and takes away a count of skipped cases that Jenkins' schema does not know.
function completeRoot(builder: Builder, time: number, strict: boolean): void {
  const child = builder.testSuite();
  const build = child.build.bind(child);
  child.build = (root) => {
    if (root === undefined) return build();
    root.att('time', String(time));
    if (strict) root.removeAttribute('skipped');
    return root;
  };
}
