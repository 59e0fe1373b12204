import { describeRefusal, provesFailure } from '../access/amqp-refusal.ts';
import type { Attempt } from '../access/attempt.ts';
import type { Verdict } from './control.ts';

/** How a login that must not succeed has to be refused. */
export interface Refused {
  /** The AMQP reply code and its name (AMQP 0-9-1, 1.1). */
  readonly code: number;
  readonly name: string;
  /** What to look at when it was not refused. */
  readonly fix: string;
}

/** Passes when the broker refused the login for the reason it should have had. */
export function judgeRefusedLogin(login: Attempt, { code, name, fix }: Refused): Verdict {
  const expected = `the login is refused with ${code} ${name}`;
  if (login.ok) return { outcome: 'fail', expected, actual: 'the broker let it in', fix };
  const actual = describeRefusal(login.refusal);
  if (login.refusal.kind === 'refused' && login.refusal.code === code)
    return { outcome: 'pass', expected, actual };
  if (!provesFailure(login.refusal)) return { outcome: 'could-not-check', expected, reason: actual };
  return { outcome: 'fail', expected, actual, fix };
}
