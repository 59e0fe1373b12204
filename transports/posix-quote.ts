/** Writes arguments so that a POSIX shell reads each as it is: one line, single quotes (POSIX XCU 2.2.2). */
export function posixQuote(argv: readonly string[]): string {
  return argv.map((argument) => `'${argument.replaceAll("'", `'\\''`)}'`).join(' ');
}
