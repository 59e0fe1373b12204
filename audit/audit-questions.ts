import type { CheckTarget } from '../model/check-target.ts';
import type { DistributionTag } from '../model/distribution.ts';
import type { Evidence } from '../model/evidence.ts';
import { type Expectations, expectationsFrom } from '../requirements/expectations.ts';
import type { Profile } from '../requirements/index.ts';
import { type AuditGuide, chapterFor } from './audit-guide.ts';

/** What is asked of each target. */
export interface AuditQuestions {
  readonly guide: AuditGuide;
  readonly profile: Profile;
  /** Instead of the guide's user. */
  readonly user?: string;
  /** Instead of the guide's virtual host. */
  readonly vhost?: string;
  /** Whether to log in and prove access over AMQP. */
  readonly accessProof: boolean;
  /** Whether to try the guide's placeholder as the password. */
  readonly passwordGuess: boolean;
  /** The authorities to trust on `amqps`, a PEM file; those of Node.js without it. */
  readonly caFile?: string;
  /** Bound of the audit of one target, in milliseconds. */
  readonly timeoutMs: number;
  readonly passwordOf: (target: CheckTarget) => Evidence<string>;
}

/** What a target is held to: the guide's words for its distribution, unless the target or the user says otherwise. */
export function expectationsOf(
  target: CheckTarget,
  questions: AuditQuestions,
  tag: DistributionTag | undefined,
): Expectations {
  const user = target.account?.username ?? questions.user;
  const vhost = target.account?.vhost ?? questions.vhost;
  return {
    ...expectationsFrom(chapterFor(questions.guide, tag).claims),
    ...(user !== undefined && { user }),
    ...(vhost !== undefined && { vhost }),
  };
}
