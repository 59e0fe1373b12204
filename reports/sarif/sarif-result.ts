import { alertText } from '../alert-text.ts';
import type { Alert } from '../alerts.ts';
import { oneLine } from '../plain-text.ts';
import type { ReportInput } from '../report-input.ts';
import { repositoryPath } from '../repository-path.ts';
import { wellFormed } from '../well-formed.ts';
import { promiseFix } from './promise-fix.ts';

const levels = { error: 'error', warning: 'warning', info: 'note' } as const;

/** What concerns all results of a run alike. */
export interface ResultContext {
  readonly input: ReportInput;
  /** The place of each rule in the run's list, by id. */
  readonly rules: ReadonlyMap<string, number>;
  /** SARIF wants `suppressions` (3.27.23) and `baselineState` (3.27.24) of all results or of none. */
  readonly suppressed: boolean;
  readonly compared: boolean;
}

/** An alert as a SARIF result (3.27). */
export function resultOf(alert: Alert, { input, rules, suppressed, compared }: ResultContext) {
  const { finding, fingerprint, standing, targets } = alert;
  const uri = uriOf(finding.where.file, input);
  return {
    ruleId: wellFormed(oneLine(finding.id)),
    ruleIndex: rules.get(finding.id) ?? -1,
    // 3.27.9: a result is open when there is too little information to decide; 3.27.10: only a fail has a level.
    ...(finding.outcome === 'fail'
      ? { kind: 'fail', level: levels[finding.severity] }
      : { kind: 'open', level: 'none' }),
    message: { text: withoutLinks(alertText(alert)) },
    locations: [
      { physicalLocation: { artifactLocation: { uri }, region: { startLine: finding.where.line } } },
    ],
    partialFingerprints: { 'guideproof/v1': fingerprint },
    occurrenceCount: targets.length,
    ...(suppressed && { suppressions: suppressionsOf(alert) }),
    ...(compared && { baselineState: standing === 'known' ? 'unchanged' : 'new' }),
    ...fixesOf(alert, uri, input),
  };
}

function uriOf(file: string, input: ReportInput): string {
  const path = repositoryPath(file, input.options) ?? file;
  return wellFormed(path).split('/').map(encodeURIComponent).join('/');
}

// 3.11.6: `[text](target)` would be a link.
function withoutLinks(text: string): string {
  return text.replaceAll('](', '] (');
}

function suppressionsOf({ standing, finding: { waiver } }: Alert) {
  if (standing !== 'waived' || waiver === undefined) return [];
  const justification = `${waiver.reason} (${waiver.owner}, until ${waiver.expires})`;
  return [{ kind: 'external', status: 'accepted', justification: wellFormed(oneLine(justification)) }];
}

function fixesOf({ finding, distribution }: Alert, uri: string, { sources }: ReportInput) {
  const fix = promiseFix(finding, sources?.get(finding.where.file));
  if (fix === undefined) return {};
  const replacement = { deletedRegion: fix.region, insertedContent: { text: wellFormed(fix.text) } };
  const description = withoutLinks(wellFormed(oneLine(`Show what ${distribution} prints`)));
  return {
    fixes: [
      {
        description: { text: description },
        artifactChanges: [{ artifactLocation: { uri }, replacements: [replacement] }],
      },
    ],
  };
}
