import type { CheckTarget } from '../../model/check-target.ts';
import type { Evidence } from '../../model/evidence.ts';
import { hasControlCharacter } from '../words/names.ts';
import { namesOf } from './names-of.ts';
import { badPassword } from './password-error.ts';
import type { PasswordLookup } from './password-file.ts';
import { urlPasswords } from './url-password.ts';

/** Where passwords may come from. */
export interface PasswordOptions {
  /** All targets of the run: it is asked for a password only if one of them has none. */
  readonly targets: readonly CheckTarget[];
  /** Who logs in to brokers whose target does not say. */
  readonly username: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** The path of a file, see `readPasswordFile`. */
  readonly passwordFile?: string;
  /** Asks the user, at most once; absent where nobody is to be asked. */
  readonly prompt?: (question: string) => Promise<string | undefined>;
  /** Told of a password file that others may read. */
  readonly warn: (text: string) => void;
}

/** The password for a target's broker, or why there is none. */
export type PasswordOf = (target: CheckTarget) => Evidence<string>;

/**
 * Finds the password of every target before any is looked at. The first of these that has one counts: the target's own URL,
 * the password file, `GUIDEPROOF_PASSWORD`, `OS_TRANSPORT_URL` where it is of the same user, and the user at a terminal.
 * @throws TargetError for a source that cannot be used.
 */
export async function passwordSource(options: PasswordOptions): Promise<PasswordOf> {
  const { targets, username, prompt } = options;
  const given = await givenPasswords(options);
  const lacking = targets.filter((target) => given(target) === undefined);
  const typed = lacking.length > 0 ? await prompt?.(question(lacking, username)) : undefined;
  return (target) => {
    const value = given(target) ?? typed;
    if (value !== undefined) return { known: true, value };
    return { known: false, reason: reason(options, userOf(target, username)) };
  };
}

async function givenPasswords(
  options: PasswordOptions,
): Promise<(target: CheckTarget) => string | undefined> {
  const { passwordFile, environment, username, warn } = options;
  const inFile = passwordFile === undefined ? undefined : await readFile(passwordFile, warn);
  const inEnvironment = environment.GUIDEPROOF_PASSWORD || undefined;
  if (inEnvironment !== undefined && hasControlCharacter(inEnvironment))
    throw badPassword('GUIDEPROOF_PASSWORD', 'a password without control characters', 'one that holds some');
  const url = environment.OS_TRANSPORT_URL;
  return (target) => {
    const names = namesOf(target);
    const said = target.account?.password ?? inFile?.(names) ?? inEnvironment;
    return said ?? (url ? urlPasswords(url, userOf(target, username)).lookUp(names) : undefined);
  };
}

/** The reader of password files is loaded only for them: its parser takes a twentieth of a second. */
async function readFile(path: string, warn: (text: string) => void): Promise<PasswordLookup> {
  const { readPasswordFile } = await import('./password-file.ts');
  return readPasswordFile(path, warn);
}

function userOf(target: CheckTarget, username: string): string {
  return target.account?.username ?? username;
}

function question(lacking: readonly CheckTarget[], username: string): string {
  const users = [...new Set(lacking.map((target) => userOf(target, username)))].sort().join(', ');
  const [first, ...others] = lacking;
  const place = others.length === 0 ? first?.id : `${lacking.length} targets`;
  return `Password of ${users} on ${place} (empty to go on without): `;
}

function reason({ environment, passwordFile }: PasswordOptions, user: string): string {
  const url = environment.OS_TRANSPORT_URL;
  const others = url && urlPasswords(url, user).any ? ' (OS_TRANSPORT_URL has none of this user’s)' : '';
  const file =
    passwordFile === undefined ? 'name a file with --password-file' : `name the host in ${passwordFile}`;
  return `no password of ${user} was given${others}: set GUIDEPROOF_PASSWORD, or ${file}`;
}
