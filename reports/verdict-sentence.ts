import type { Report, Target } from '../model/report.ts';
import { auditSentence } from './audit-sentence.ts';
import { isAudit } from './controllers.ts';
import { fewNames } from './few-names.ts';
import { reservations } from './reservations.ts';
import type { FailOn } from './standing.ts';
import { judge, type Verdict } from './verdict.ts';
import { counted, listed } from './wording.ts';

/** The whole run in a few sentences: what is proven and where, what is not, and what was only rehearsed. */
export function verdictSentence(report: Report, failOn: FailOn): string {
  const verdict = judge(report, failOn);
  const sentences = [
    ...(isAudit(report)
      ? [auditSentence(report, verdict, failOn)]
      : [mainSentence(verdict), provenElsewhere(verdict)]),
    knownSentence(verdict),
    rehearsal(verdict.rehearsed),
  ];
  return sentences.filter((sentence) => sentence !== '').join(' ');
}

function mainSentence(verdict: Verdict): string {
  const against = objections(verdict);
  if (against.length > 0) return `Not proven: ${against.join('; ')}.`;
  if (verdict.proven.length === 0) return `Nothing proven${reservations(verdict)}.`;
  return `Proven on ${ids(verdict.proven)}${reservations(verdict)}.`;
}

function objections({ failed, unchecked, silent }: Verdict): readonly string[] {
  const on = (findings: Verdict['failed']) => listed([...new Set(findings.map((finding) => finding.target))]);
  return [
    ...(failed.length > 0 ? [`${counted(failed.length, 'finding')} held against ${on(failed)}`] : []),
    ...(unchecked.length > 0 ? [`${unchecked.length} not checked on ${on(unchecked)}`] : []),
    ...(silent.length > 0 ? [`nothing is known of ${ids(silent)}`] : []),
  ];
}

function provenElsewhere(verdict: Verdict): string {
  if (objections(verdict).length === 0 || verdict.proven.length === 0) return '';
  return `Still proven on ${ids(verdict.proven)}${reservations(verdict)}.`;
}

function knownSentence({ known }: Verdict): string {
  if (known.length === 0) return '';
  const on = fewNames([...new Set(known.map((finding) => finding.target))]);
  return `Known from the baseline and not held against this run: ${counted(known.length, 'finding')} on ${on}.`;
}

function rehearsal(targets: readonly Target[]): string {
  if (targets.length === 0) return '';
  const names = listed([...new Set(targets.map((target) => target.distro ?? target.id))]);
  return `Rehearsed on a stand-in: proves nothing about ${names}.`;
}

function ids(targets: readonly Target[]): string {
  return listed(targets.map((target) => target.id));
}
