import type { PasswordCase } from './password-case.ts';

/** How a password is typed into a shell. */
export interface PasswordForm {
  /** Follows the name of the case in ids. */
  readonly suffix: string;
  readonly how: string;
  write(password: string): string;
}

/** As the guide shows it, without any thought of the shell. */
export const plain: PasswordForm = { suffix: '', how: 'typed as it is', write: (password) => password };

/** As a reader types it who knows the shell (POSIX, “Shell Command Language”, 2.2.2). */
export const quoted: PasswordForm = {
  suffix: '.quoted',
  how: 'in single quotes',
  write: (password) => `'${password.replaceAll("'", `'\\''`)}'`,
};

/** Id of the result of a password in a form. */
export function passwordId({ name }: PasswordCase, { suffix }: PasswordForm): string {
  return `password.${name}${suffix}`;
}
