import type { TestCase, TestSuite } from 'junit-report-builder';
import type { Finding } from '../model/finding.ts';
import type { Target } from '../model/report.ts';
import { groupOf } from './finding-group.ts';
import { factsOf, labelled, placeOf, summaryOf } from './finding-text.ts';
import { oneLine, plainText } from './plain-text.ts';
import type { ReportInput } from './report-input.ts';
import { type Standing, standingOf } from './standing.ts';
import { renderEntry, transcriptFile } from './transcript.ts';
import { cutMiddle, xmlText } from './xml-text.ts';

interface CaseInput {
  readonly input: ReportInput;
  readonly finding: Finding;
  readonly target: Target | undefined;
  /** Names given so far in the whole report: GitLab counts only the first of two cases with one name. */
  readonly names: Set<string>;
}

/** Adds the case of one finding to its target's suite. */
export function addCase(suite: TestSuite, given: CaseInput): void {
  const { finding, input } = given;
  const standing = standingOf(finding, input.options.failOn, input.report.startedAt);
  const testCase = suite
    .testCase()
    .className(xmlText(oneLine(`guideproof.${finding.target}.${groupOf(finding.id)}`)))
    .name(uniqueName(given, standing))
    .time(Math.round(finding.durationMs) / 1000);
  if (input.options.junit === 'rich') addProperties(testCase, finding, standing);
  mark(testCase, finding, standing);
  complete(testCase, given, standing);
}

function uniqueName({ finding, target, names }: CaseInput, standing: Standing): string {
  const tolerated = standing === 'tolerated' ? `[${finding.severity}] ` : '';
  const rehearsed = target?.kind === 'stand-in' ? ' (stand-in)' : '';
  const wanted = xmlText(
    oneLine(`${tolerated}${finding.target}${rehearsed} ${finding.id}: ${finding.title}`),
  );
  let name = wanted;
  for (let nth = 2; names.has(name); nth += 1) name = `${wanted} (${nth})`;
  names.add(name);
  return name;
}

function addProperties(testCase: TestCase, finding: Finding, standing: Standing): void {
  testCase.file(xmlText(oneLine(finding.where.file)));
  testCase.property('id', xmlText(oneLine(finding.id))).property('severity', finding.severity);
  if (standing === 'tolerated') testCase.property('tolerated', xmlText(summaryOf(finding)));
}

// Marking is the builder's, so that its counts are right; the bodies follow in `complete`.
function mark(testCase: TestCase, finding: Finding, standing: Standing): void {
  if (standing === 'failed') testCase.failure(messageOf(finding, standing), finding.severity);
  if (standing === 'could-not-check') testCase.error(messageOf(finding, standing), 'could-not-check');
  if (['not-applicable', 'waived', 'known'].includes(standing)) testCase.skipped();
}

function messageOf(finding: Finding, standing: Standing): string {
  const message = xmlText(oneLine(excuseOf(finding, standing) + summaryOf(finding)));
  return message.length > 500 ? xmlText(`${message.slice(0, 500)}…`) : message;
}

function excuseOf({ waiver, severity }: Finding, standing: Standing): string {
  if (standing === 'known') return `known ${severity}, in the baseline too: `;
  return standing === 'waived' && waiver ? `waived until ${waiver.expires} (${waiver.reason}): ` : '';
}

// What the builder cannot say (a line, a reason for skipping) or says wrongly (a text with two `]]>` in its CDATA).
function complete(testCase: TestCase, given: CaseInput, standing: Standing): void {
  const build = testCase.build.bind(testCase);
  testCase.build = (suite) => {
    const element = build(suite);
    if (given.input.options.junit === 'rich') element.att('line', String(given.finding.where.line));
    for (const child of element.children) {
      if (!('name' in child) || child.name === 'properties') continue;
      const message = messageOf(given.finding, standing);
      const result = child as typeof element;
      if (child.name === 'skipped') result.att('message', message);
      result.txt(`${message}\n\n${detailsOf(given)}\n`);
    }
    const output = systemOut(given, standing);
    if (output !== '') element.ele('system-out').txt(output);
    return element;
  };
}

function detailsOf({ finding, target }: CaseInput): string {
  const facts = labelled([...factsOf(finding), ['target', describeTarget(finding.target, target)]]);
  return cutMiddle(xmlText(facts), transcriptFile(finding.target));
}

function describeTarget(id: string, target: Target | undefined): string {
  return target ? `${id} (${[target.distro ?? [], target.kind].flat().join(', ')})` : id;
}

function systemOut(given: CaseInput, standing: Standing): string {
  const { finding, input } = given;
  const place = input.options.junit === 'strict' ? `guide: ${placeOf(finding)}\n` : '';
  const parts = [standing === 'tolerated' ? toleratedText(given) : place, typedText(given)];
  return xmlText(parts.filter((part) => part !== '').join('\n'));
}

function typedText(given: CaseInput): string {
  const entries = entriesOf(given);
  if (entries.length === 0) return '';
  return cutMiddle(plainText(entries.map(renderEntry).join('\n')), transcriptFile(given.finding.target));
}

function toleratedText(given: CaseInput): string {
  const { finding } = given;
  const drift = groupOf(finding.id) === 'output' ? 'drift' : finding.severity;
  return [`${drift}: ${summaryOf(finding)}`, detailsOf(given), ''].join('\n');
}

// Promised output has no command of its own: it is printed by the step with the same numbers.
function entriesOf({ finding, input }: CaseInput) {
  const entries = input.transcripts.get(finding.target) ?? [];
  const own = entries.filter((entry) => entry.id === finding.id);
  if (own.length > 0) return own;
  return entries.filter((entry) => entry.id === finding.id.replace(/^output\./, 'step.'));
}
