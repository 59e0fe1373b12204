import type { Finding } from '../model/finding.ts';
import type { Report } from '../model/report.ts';
import { MergeError } from './merge-error.ts';

/** The report of one shard; `name` is how messages call it, such as its folder. */
export interface Shard {
  readonly name: string;
  readonly report: Report;
}

/**
 * One report out of those of several shards, the same as one run over all their targets would have given. It began when
 * the first shard began and took until the last one ended. What shards say alike of something that is no target of
 * theirs, such as a file that all of them read, is said once. A suggested patch stays with its shard: it was tried on its
 * targets alone.
 * @throws MergeError for reports of different guides, versions or commands, and for a target that two shards have.
 */
export function mergeReports(shards: readonly [Shard, ...Shard[]]): Report {
  const [first, ...others] = shards;
  for (const other of others) refuseUnlike(first, other);
  refuseTwice(shards);
  const reports = shards.map(({ report }) => report);
  const starts = reports.map(({ startedAt }) => Date.parse(startedAt));
  const ends = reports.map(({ durationMs }, index) => (starts[index] ?? 0) + durationMs);
  const start = Math.min(...starts);
  const { suggestion: _, ...alike } = first.report;
  return {
    ...alike,
    startedAt: reports.find((_report, index) => starts[index] === start)?.startedAt ?? first.report.startedAt,
    durationMs: Math.max(...ends) - start,
    targets: reports.flatMap(({ targets }) => targets),
    coverage: reports.flatMap(({ coverage }) => coverage),
    findings: onceEach(reports),
  };
}

const mustAgree: readonly (readonly [what: string, of: (report: Report) => string])[] = [
  ['command', ({ command }) => command],
  ['tool', ({ tool }) => `${tool.name} ${tool.version}`],
  ['guide (SHA-256)', ({ guide }) => guide.sha256],
];

function refuseUnlike(first: Shard, other: Shard): void {
  for (const [what, of] of mustAgree) {
    const [expected, got] = [of(first.report), of(other.report)];
    if (expected === got) continue;
    throw new MergeError(
      `expected shards of one run, with the same ${what}: ${first.name} has ${expected}, ${other.name} has ${got}`,
    );
  }
}

function refuseTwice(shards: readonly Shard[]): void {
  const seen = new Map<string, string>();
  for (const { name, report } of shards) {
    for (const { id } of report.targets) {
      const before = seen.get(id);
      if (before !== undefined)
        throw new MergeError(`expected each target in one shard only, got ${id} in ${before} and in ${name}`);
      seen.set(id, name);
    }
  }
}

// What a shard says of nothing being there is true of the run only if it is true of every shard: a waiver that one had no
// use for may be needed in another.
const absences: ReadonlySet<string> = new Set(['waiver.unused']);

function onceEach(reports: readonly Report[]): readonly Finding[] {
  const targets = new Set(reports.flatMap((report) => report.targets.map(({ id }) => id)));
  const tellers = new Map<string, number>();
  for (const { findings } of reports)
    for (const key of new Set(findings.map(keyOf))) tellers.set(key, (tellers.get(key) ?? 0) + 1);
  const told = new Set<string>();
  return reports.flatMap(({ findings }) =>
    findings.filter((finding) => {
      if (targets.has(finding.target)) return true;
      const key = keyOf(finding);
      if (told.has(key)) return false;
      told.add(key);
      return !absences.has(finding.id) || tellers.get(key) === reports.length;
    }),
  );
}

// What something is found to be may differ in words from shard to shard; which check it is does not.
function keyOf({ id, target, title, where }: Finding): string {
  return JSON.stringify([id, target, title, where.file, where.line]);
}
