/**
 * The line of sudoers(5) that lets `login` run exactly this command as root without a password: no other program, and
 * no other argument. sudoers wants the program's whole path; those that need root here all live in /usr/bin. A login
 * may be `#` and a number.
 */
export function sudoersLine(login: string, [program = '', ...args]: readonly string[]): string {
  const path = program.startsWith('/') ? program : `/usr/bin/${program}`;
  const user = /^#\d+$/.test(login) ? login : login.replaceAll(/[^\w.@-]/g, '\\$&');
  return `${user} ALL=(root) NOPASSWD: ${[path, ...args].map(escaped).join(' ')}`;
}

/**
 * Separators of sudoers(5), and what fnmatch(3), by which sudo compares arguments, would take for a wildcard: there a
 * backslash stands for itself only when doubled, and sudoers halves it once more. `^` has a meaning only as the first
 * character of all arguments, and older versions cannot escape it.
 */
function escaped(word: string): string {
  return word.replaceAll(/[\\ \t,:=#!*?[\]]/g, (character) =>
    character === '\\' ? '\\\\\\\\' : `\\${character}`,
  );
}
