const pieces = /'([^']*)'|"((?:[^"\\]|\\.)*)"|\\(.)|([^\s'"\\#]+)|(\s+)|(#.*)|./gy;

/**
 * The words of an INI inventory's host line, split as Python's `shlex` splits it for Ansible: quotes join and vanish, a
 * backslash keeps what follows it, a `#` outside quotes begins a comment, even within a word. `undefined` for a quote that
 * nothing closes.
 */
export function iniWords(line: string): readonly string[] | undefined {
  const words: string[] = [];
  let word: string | undefined;
  for (const [, single, double, escaped, plain, blank, comment] of line.matchAll(pieces)) {
    const text = single ?? double?.replace(/\\(["\\])/g, '$1') ?? escaped ?? plain;
    if (comment !== undefined) break;
    if (text !== undefined) word = (word ?? '') + text;
    else if (blank === undefined) return undefined;
    else if (word !== undefined) {
      words.push(word);
      word = undefined;
    }
  }
  return word === undefined ? words : [...words, word];
}

/**
 * A value of an INI inventory, which Ansible reads as a Python literal if it is one: of those a string loses its quotes, and a
 * number the comment behind it; anything else stays as it is.
 */
export function iniValue(text: string): string {
  const [, , inQuotes, number] = /^(?:(["'])([^"'\\]*)\1|(\d+))\s*(?:#.*)?$/.exec(text) ?? [];
  return inQuotes ?? number ?? text;
}
