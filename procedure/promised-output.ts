/** How output kept a promise: to the letter, only when `...` is read as “and so on”, or not. */
export type PromiseKept = 'literally' | 'with-elision' | 'no';

/**
 * Compares what the guide shows under a command with what the command printed.
 * The promised lines must stand together in the output; what stands before and after them was not promised and is not judged.
 * `rabbitmqctl` prints a literal `...` at the end of a line, so a promise is first taken to the letter.
 */
export function matchPromise(promised: readonly string[], output: string): PromiseKept {
  const expected = promised.map((line) => line.trim());
  const actual = output.split('\n').map((line) => line.trim());
  if (standsIn(actual, expected)) return 'literally';
  return elided(expected).test(`\n${actual.join('\n')}\n`) ? 'with-elision' : 'no';
}

function standsIn(actual: readonly string[], expected: readonly string[]): boolean {
  return actual.some((_, start) => expected.every((line, offset) => actual[start + offset] === line));
}

/** A line `...` stands for any lines, `...` within a line for the rest of what is printed there. */
function elided(expected: readonly string[]): RegExp {
  const lines = expected.map((line) =>
    line === '...' ? '(?:.*\\n)*?' : `${line.split('...').map(escapeForRegExp).join('.*')}\\n`,
  );
  return new RegExp(`\\n${lines.join('')}`);
}

function escapeForRegExp(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');
}
