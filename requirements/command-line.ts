/** Writes arguments as a person would type them in a POSIX shell, for reports. */
export function commandLine(argv: readonly string[]): string {
  return argv.map((argument) => (/^[\w@%+=:,./-]+$/.test(argument) ? argument : quoted(argument))).join(' ');
}

function quoted(argument: string): string {
  return `'${argument.replaceAll("'", `'\\''`)}'`;
}
