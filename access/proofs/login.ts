import type { Judgement } from '../../model/evidence.ts';
import type { AccessEvidence } from '../access-evidence.ts';
import { describeRefusal, provesFailure, type Refusal, type RefusalKind } from '../amqp-refusal.ts';
import type { Proof } from './proof.ts';
import { broken, kept, permissionsFix, untried } from './verdicts.ts';

/** The AMQP 0-9-1 handshake: user name and password first, then the vhost. */
export const login: Proof = {
  id: 'access.login',
  title: 'The account can log in over AMQP',
  judge({ account, login: { value } }): Judgement {
    const expected = `the AMQP 0-9-1 handshake as ${account.username} on vhost ${account.vhost} succeeds`;
    if (!value.ok) return judgeRefusal(expected, value.refusal, account);
    return kept(expected, `${value.value.product} ${value.value.version} accepted the login`);
  },
  durationMs: ({ login: { durationMs } }) => durationMs,
};

/** Not allowed: the reply code for a vhost that does not exist or that the user may not enter (AMQP 0-9-1, 1.1). */
const notAllowed = 530;

function judgeRefusal(expected: string, refusal: Refusal, account: AccessEvidence['account']): Judgement {
  const seen = describeRefusal(refusal);
  const broke = noBroker.has(refusal.kind) || provesFailure(refusal);
  return broke ? broken(expected, seen, loginFix(refusal, account)) : untried(expected, seen);
}

/** What nobody could log in to, whoever asks. */
const noBroker: ReadonlySet<RefusalKind> = new Set(['port-closed', 'not-amqp', 'out-of-date']);

function loginFix(refusal: Refusal, account: AccessEvidence['account']): string {
  const { username, vhost } = account;
  if (refusal.kind === 'out-of-date')
    return "Renew the broker's certificate, and see that the clocks are right.";
  if (refusal.kind !== 'refused')
    return 'See that rabbitmq-server runs and listens on this address and port.';
  if (refusal.code === notAllowed) return `Check that vhost ${vhost} exists. ${permissionsFix(account)}`;
  return `On the controller run: rabbitmqctl change_password ${username}, and use the same password here.`;
}
