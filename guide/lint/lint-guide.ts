import type { Chapter } from './chapter.ts';
import type { LintFinding } from './lint-finding.ts';
import type { Defect, LintRule } from './lint-rule.ts';
import { readChapters } from './read-chapters.ts';
import { rules } from './rules/index.ts';

/** What linting a guide came to. */
export interface LintResult {
  /** The guide's files as they were read, without those that they include. */
  readonly files: readonly string[];
  /** By file, line and rule. */
  readonly findings: readonly LintFinding[];
  /** Ids of the rules that wait until a file can be read whole, by that file. */
  readonly waiting: ReadonlyMap<string, readonly string[]>;
}

/**
 * Looks for defects in the text of a guide: a file, a folder of them, or without a path the bundled chapter.
 * @throws GuideError `missing` when there is no such guide.
 */
export function lintGuide(path: string | undefined): LintResult {
  const chapters = readChapters(path);
  const findings = chapters.flatMap((chapter) =>
    rules.flatMap((rule) => (waits(rule, chapter) ? [] : findingsOf(rule, chapter, chapters))),
  );
  const broken = chapters.filter(({ errors }) => errors.length > 0);
  return {
    files: chapters.map((chapter) => chapter.path),
    findings: distinct(findings).sort(byPlace),
    waiting: new Map(broken.map((chapter) => [chapter.path, waitingIn(chapter)])),
  };
}

function waits({ needsWhole }: LintRule, { errors }: Chapter): boolean {
  return Boolean(needsWhole) && errors.length > 0;
}

function waitingIn(chapter: Chapter): string[] {
  return rules.filter((rule) => waits(rule, chapter)).map(({ id }) => id);
}

function findingsOf(rule: LintRule, chapter: Chapter, guide: readonly Chapter[]): LintFinding[] {
  return rule.find(chapter, guide).map((defect) => {
    const { where, expected, got } = defect;
    const message = messageOf(defect);
    return { rule: rule.id, severity: rule.severity, where, message, expected, got };
  });
}

function messageOf({ about, readers, expected, got }: Defect): string {
  const subject = [about, readers && `(for ${readers.join(', ')})`].filter(Boolean).join(' ');
  return `${subject && `${subject}: `}expected ${expected}, got ${got}`.replace(/\s+/g, ' ');
}

/** A file that two chapters include is read twice, but has its defects once. */
function distinct(findings: readonly LintFinding[]): LintFinding[] {
  return [...new Map(findings.map((finding) => [JSON.stringify(finding), finding])).values()];
}

function byPlace(a: LintFinding, b: LintFinding): number {
  const files = a.where.file.localeCompare(b.where.file, 'en');
  return files || a.where.line - b.where.line || a.rule.localeCompare(b.rule, 'en');
}
