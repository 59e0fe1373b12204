import { describeRefusal } from '../../access/amqp-refusal.ts';
import type { Evidence, Judgement } from '../../model/evidence.ts';
import { attemptLogin } from '../login-attempt.ts';
import { judgePassword } from './judge-password.ts';
import { type PasswordCase, passwordCases } from './password-case.ts';
import { gatherPassword, isLetIn, type PasswordSite } from './password-evidence.ts';
import { type PasswordForm, passwordId, plain, quoted } from './password-form.ts';
import type { TypedCommand } from './type-command.ts';

/** What came of one password in one form. */
export interface PasswordResult {
  readonly id: string;
  readonly judgement: Judgement;
  readonly typed: TypedCommand;
}

/** Tries the whole matrix, both forms of a password at the same time; the users that it adds stay on the broker. */
export async function tryPasswords(site: PasswordSite): Promise<Evidence<readonly PasswordResult[]>> {
  const login = await attemptLogin(site.address());
  // A broker that lets nobody in would make every password look changed.
  if (!login.ok) return { known: false, reason: describeRefusal(login.refusal) };
  const results: PasswordResult[] = [];
  for (const of of passwordCases) results.push(...(await tryPassword(site, of)));
  return { known: true, value: results };
}

async function tryPassword(site: PasswordSite, of: PasswordCase): Promise<readonly PasswordResult[]> {
  const forms: readonly PasswordForm[] = [plain, quoted];
  const tried = forms.map(async (form) => ({ form, evidence: await gatherPassword(site, of, form) }));
  const evidences = await Promise.all(tried);
  const working = evidences.find(({ form, evidence }) => form !== plain && isLetIn(evidence.login));
  return evidences.map(({ form, evidence }) => ({
    id: passwordId(of, form),
    judgement: judgePassword(evidence, working?.form.write(of.password)),
    typed: evidence.typed,
  }));
}
