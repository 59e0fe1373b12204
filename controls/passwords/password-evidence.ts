import type { Attempt } from '../../access/attempt.ts';
import type { BrokerAddress } from '../../access/broker-address.ts';
import { attemptLogin } from '../login-attempt.ts';
import type { AddUserCommand } from './add-user-command.ts';
import type { PasswordCase } from './password-case.ts';
import type { PasswordForm } from './password-form.ts';
import { type Terminal, type TypedCommand, typeCommand } from './type-command.ts';

/** What became of one password, typed in one form. */
export interface PasswordEvidence {
  readonly typed: TypedCommand;
  /** The login with the password that was meant. */
  readonly login: Attempt;
  /** Another password that logs in instead, where one was found. */
  readonly stored?: string;
}

/** A machine on which passwords are tried. */
export interface PasswordSite extends Terminal {
  readonly command: AddUserCommand;
  address(): BrokerAddress;
}

/** Types the guide's command for a user of its own, then sees by logging in which password the broker has. */
export async function gatherPassword(
  site: PasswordSite,
  { name, password, mistaken = [] }: PasswordCase,
  form: PasswordForm,
): Promise<PasswordEvidence> {
  const username = `${site.command.user}-${name}${form.suffix}`;
  const line = site.command.typed(username, form.write(password));
  const typed = await typeCommand(site, line);
  const logIn = (as: string) => attemptLogin({ ...site.address(), username, password: as });
  const login = await logIn(password);
  if (isLetIn(login)) return { typed, login };
  for (const stored of mistaken) if (isLetIn(await logIn(stored))) return { typed, login, stored };
  return { typed, login };
}

/** Not allowed: the password was right, only the user has no permissions on the vhost (AMQP 0-9-1, 1.1). */
const notAllowed = 530;

/** True when the broker took the password, whatever it said of the vhost afterwards. */
export function isLetIn(login: Attempt): boolean {
  return login.ok || (login.refusal.kind === 'refused' && login.refusal.code === notAllowed);
}
