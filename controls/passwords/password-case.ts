/** A password that is legitimate and that a shell may read as something else. */
export interface PasswordCase {
  readonly name: string;
  /** What is special about it, as in “a password with …”. */
  readonly having: string;
  readonly password: string;
  /** What may be stored in its place, as far as it can be guessed. */
  readonly mistaken?: readonly string[];
}

/** The characters that a shell gives a meaning of its own (POSIX, “Shell Command Language”, 2.2), and two that it should not. */
export const passwordCases: readonly PasswordCase[] = [
  { name: 'dollar', having: 'a dollar sign', password: 'pay$cash', mistaken: ['pay'] },
  {
    name: 'backtick',
    having: 'backticks',
    password: 'ab`whoami`cd',
    // Who ran the command inside: the guide's reader, or the broker's own user.
    mistaken: ['abrootcd', 'abrabbitmqcd'],
  },
  { name: 'single-quote', having: 'a single quote', password: "it's" },
  { name: 'double-quote', having: 'a double quote', password: 'so"so' },
  { name: 'backslash', having: 'a backslash', password: 'back\\slash', mistaken: ['backslash'] },
  { name: 'space', having: 'a space', password: 'two words', mistaken: ['two'] },
  { name: 'percent', having: 'a percent sign', password: '50%off' },
  { name: 'exclamation-mark', having: 'an exclamation mark', password: 'stop!now' },
  { name: 'hash', having: 'a hash sign in front', password: '#first' },
  { name: 'unicode', having: 'letters beyond ASCII', password: 'pässwörd-ключ' },
];
