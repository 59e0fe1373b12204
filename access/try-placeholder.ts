import type { Judgement } from '../model/evidence.ts';
import { describeRefusal, type Refusal } from './amqp-refusal.ts';
import { type Attempt, attempt, timed } from './attempt.ts';
import type { BrokerAddress } from './broker-address.ts';
import { connect } from './connect.ts';
import { deadlineIn } from './deadline.ts';
import { newJournal } from './journal.ts';
import { accessRefused, broken, kept, untried } from './proofs/verdicts.ts';

/** How the trial is named, also where it is left out. */
export const placeholderCheck = {
  id: 'password.replaced',
  title: "The password is not the guide's placeholder",
} as const;

/** Whether the word that the guide has in place of a password lets somebody in. */
export interface PlaceholderTrial extends Judgement {
  readonly id: (typeof placeholderCheck)['id'];
  readonly title: string;
  readonly durationMs: number;
  /** What was done on the broker. */
  readonly performed: readonly string[];
}

/**
 * Tries once to log in with the guide's placeholder, such as RABBIT_PASS, which is the password of the address, and hangs
 * up. A login that is refused is written to the broker's log. Never throws for what a broker or a network does.
 */
export async function tryPlaceholder(address: BrokerAddress): Promise<PlaceholderTrial> {
  const { username, password, vhost, timeoutMs } = address;
  const journal = newJournal();
  const login = () => connect(address, deadlineIn(timeoutMs));
  const { value, durationMs } = await timed(() =>
    attempt(() => journal.note(`logged in to ${vhost} as ${username} with the password ${password}`, login)),
  );
  if (value.ok) await value.value[Symbol.asyncDispose]();
  const judgement = judgePlaceholder(value, address);
  return { ...placeholderCheck, ...judgement, durationMs, performed: journal.performed };
}

/** Turns what came of the login into a result: only a refused password is a pass. */
export function judgePlaceholder(
  login: Attempt<unknown>,
  { username, password }: Pick<BrokerAddress, 'username' | 'password'>,
): Judgement {
  const expected = `${username} cannot log in with the password ${password}`;
  const fix = `On the controller run: rabbitmqctl change_password ${username} NEW_PASSWORD, and give the new password to every service.`;
  if (login.ok) return broken(expected, `${username} logged in with it`, fix);
  const { refusal } = login;
  const seen = describeRefusal(refusal);
  if (refusal.authenticated) return broken(expected, `the password was accepted, and then: ${seen}`, fix);
  return refusesPassword(refusal) ? kept(expected, seen) : untried(expected, seen);
}

function refusesPassword({ kind, code }: Refusal): boolean {
  return kind === 'refused' && code === accessRefused;
}
