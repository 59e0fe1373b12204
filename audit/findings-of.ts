import { whereSaid } from '../guide/where-said.ts';
import type { CheckTarget } from '../model/check-target.ts';
import type { Finding } from '../model/finding.ts';
import { redactor } from '../procedure/redact.ts';
import { chapterFor } from './audit-guide.ts';
import type { AuditQuestions } from './audit-questions.ts';
import { findingOf } from './finding-of.ts';
import type { Sighting } from './sighting.ts';

/** The findings that results on a target are reported as, each with its line of the guide and without secrets. */
export function findingsOf(
  target: CheckTarget,
  questions: AuditQuestions,
  { results, tag }: Pick<Sighting, 'results' | 'tag'>,
): Finding[] {
  const { procedure, claims } = chapterFor(questions.guide, tag);
  const password = questions.passwordOf(target);
  const placeholder = claims.password?.value;
  // Who has left the placeholder in place has no secret, and its name is what the finding is about.
  const secret = password.known && password.value !== placeholder ? password.value : undefined;
  const redact = redactor(new Map(secret === undefined ? [] : [['password', secret]]));
  return results.map(({ id, title, claim, judgement, durationMs }) => {
    const where = whereSaid(claims, [claim, 'user'], procedure);
    const check = { id, title, severity: judgement.severity, where };
    return findingOf(target.id, { check, judgement, durationMs }, redact);
  });
}
