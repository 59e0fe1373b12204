import type { Report } from '../../model/report.ts';
import { type Alert, alertsOf } from '../alerts.ts';
import { oneLine } from '../plain-text.ts';
import type { ReportInput } from '../report-input.ts';
import { sharedAccommodations } from '../shared-accommodations.ts';
import { inStableOrder } from '../stable-order.ts';
import { wellFormed } from '../well-formed.ts';
import { ruleHelp, ruleTags } from './rule-help.ts';
import { resultOf } from './sarif-result.ts';

// GitHub takes at most 25,000 results of a run and shows the worst 5,000 of them, and no file of more than 10 MB once it is
// compressed (https://docs.github.com/en/code-security/reference/code-scanning/sarif-files/sarif-support). Text of machines
// may not compress at all, so the results have to fit as they are.
const githubTakes = { results: 5_000, characters: 9_000_000 };

/**
 * The text of `guideproof.sarif`, SARIF 2.1.0 (https://docs.oasis-open.org/sarif/sarif/v2.1.0/): an open or failed result
 * for each alert, worst first, on the guide's line, of as many as `most` allows. What passed or did not apply is left out:
 * GitHub would show it as a problem.
 */
export function renderSarif(input: ReportInput, most = githubTakes): string {
  const report = inStableOrder(input.report);
  const alerts = alertsOf(report, input.options.failOn);
  const results = fitting(alerts.slice(0, most.results), most.characters, input);
  const byId = rulesOf(alerts.slice(0, results.length));
  const run = {
    tool: {
      driver: { ...driverOf(report), rules: [...byId.values()].map(({ finding }) => ruleOf(finding)) },
    },
    // GitHub keeps the alerts of each kind of run apart by this.
    automationDetails: { id: wellFormed(oneLine(`${report.tool.name}/${report.command}/`)) },
    columnKind: 'utf16CodeUnits',
    invocations: [invocationOf(report, alerts.length - results.length)],
    results,
    properties: propertiesOf(report),
  };
  const log = { $schema: 'https://json.schemastore.org/sarif-2.1.0.json', version: '2.1.0', runs: [run] };
  return `${JSON.stringify(log, undefined, 2)}\n`;
}

function fitting(alerts: readonly Alert[], characters: number, input: ReportInput) {
  const rules = new Map([...rulesOf(alerts).keys()].map((id, index) => [id, index]));
  const suppressed = alerts.some(({ standing }) => standing === 'waived');
  const compared = alerts.some(({ standing }) => standing === 'known');
  const results = [];
  let room = characters;
  for (const alert of alerts) {
    const result = resultOf(alert, { input, rules, suppressed, compared });
    room -= JSON.stringify(result).length;
    if (room < 0) break;
    results.push(result);
  }
  return results;
}

// The first alert of a rule is the worst.
function rulesOf(alerts: readonly Alert[]): ReadonlyMap<string, Alert> {
  const rules = new Map<string, Alert>();
  for (const alert of alerts) if (!rules.has(alert.finding.id)) rules.set(alert.finding.id, alert);
  return rules;
}

function driverOf({ tool }: Report) {
  return { name: tool.name, semanticVersion: tool.version };
}

function ruleOf({ id, title, severity }: Alert['finding']) {
  const problem = { error: 'error', warning: 'warning', info: 'recommendation' }[severity];
  const level = { error: 'error', warning: 'warning', info: 'note' }[severity];
  return {
    id: wellFormed(oneLine(id)),
    shortDescription: { text: wellFormed(oneLine(title).slice(0, 400)) },
    fullDescription: { text: wellFormed(oneLine(title).slice(0, 1_000)) },
    help: { text: ruleHelp(id) },
    defaultConfiguration: { level },
    properties: { tags: ruleTags(id), 'problem.severity': problem },
  };
}

function invocationOf({ startedAt, durationMs }: Report, missing: number) {
  const text = `${missing} less severe results are left out, which GitHub would not show. All are in findings.json.`;
  return {
    executionSuccessful: true,
    startTimeUtc: startedAt,
    endTimeUtc: new Date(Date.parse(startedAt) + durationMs).toISOString(),
    ...(missing > 0 && { toolExecutionNotifications: [{ level: 'warning', message: { text } }] }),
  };
}

// What a result rests on: it has no place of its own in SARIF.
function propertiesOf(report: Report) {
  const accommodations = sharedAccommodations(report).map(
    ({ text, targets }) => `${text}: ${targets.slice(0, 10).join(', ')}${targets.length > 10 ? ', …' : ''}`,
  );
  return {
    guide: { path: wellFormed(report.guide.path), sha256: wellFormed(report.guide.sha256) },
    accommodations: accommodations.map(wellFormed),
  };
}
