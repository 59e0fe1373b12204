/** What may stand between two simple commands of a shell. */
const operators = /^(?:&&|\|\||;;?|\||&|\n)/;

interface Splitter {
  readonly commands: string[][];
  word: string | undefined;
}

/**
 * The simple commands of a shell line as words, quotes and backslashes resolved as POSIX says (XCU 2.2), nothing expanded
 * or run, redirections as words of their own; `undefined` when a quote is left open.
 */
export function splitShellWords(text: string): string[][] | undefined {
  const splitter: Splitter = { commands: [[]], word: undefined };
  let rest = text;
  while (rest !== '') {
    const length = step(splitter, rest);
    if (length === 0) return undefined;
    rest = rest.slice(length);
  }
  endWord(splitter);
  return splitter.commands.filter((command) => command.length > 0);
}

/** Reads one piece from the front of `rest`; returns its length, 0 when it is a quote that nothing closes. */
function step(splitter: Splitter, rest: string): number {
  if (rest.startsWith('\\\n')) return 2;
  const redirection = /^(?:&>>?|[<>]+[&|-]?)/.exec(rest)?.[0];
  if (redirection) return separateWord(splitter, redirection);
  const operator = operators.exec(rest)?.[0];
  if (operator) return endCommand(splitter, operator.length);
  const space = /^[ \t]+/.exec(rest)?.[0];
  if (space) return endWord(splitter, space.length);
  if (rest.startsWith('#') && splitter.word === undefined) return /^[^\n]*/.exec(rest)?.[0].length ?? 0;
  return wordPiece(splitter, rest);
}

function wordPiece(splitter: Splitter, rest: string): number {
  const single = /^'([^']*)'/.exec(rest);
  if (single) return append(splitter, single[1] ?? '', single[0].length);
  const double = /^"((?:[^"\\]|\\[\s\S])*)"/.exec(rest);
  if (double) return append(splitter, unescaped(double[1] ?? ''), double[0].length);
  if (/^['"]/.test(rest)) return 0;
  if (rest.startsWith('\\')) return append(splitter, rest.slice(1, 2) || '\\', Math.min(2, rest.length));
  return append(splitter, rest.charAt(0), 1);
}

/** Inside double quotes a backslash is an escape only before these. */
function unescaped(quoted: string): string {
  return quoted.replace(/\\([$`"\\])|\\\n/g, '$1');
}

function append(splitter: Splitter, text: string, length: number): number {
  splitter.word = (splitter.word ?? '') + text;
  return length;
}

function endWord(splitter: Splitter, length = 0): number {
  if (splitter.word !== undefined) splitter.commands.at(-1)?.push(splitter.word);
  splitter.word = undefined;
  return length;
}

function separateWord(splitter: Splitter, word: string): number {
  endWord(splitter);
  splitter.commands.at(-1)?.push(word);
  return word.length;
}

function endCommand(splitter: Splitter, length: number): number {
  endWord(splitter);
  splitter.commands.push([]);
  return length;
}
