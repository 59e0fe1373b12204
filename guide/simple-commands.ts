import { splitShellWords } from './shell-words.ts';

/** The simple commands of a shell line as words that begin with the program's bare name; none when a quote is left open. */
export function simpleCommandsOf(command: string): (readonly string[])[] {
  return (splitShellWords(command) ?? []).map(withoutPrefix);
}

/** Assignments, `sudo` and `env` before the program say nothing of what it does, nor does the folder that it is in. */
function withoutPrefix(words: readonly string[]): readonly string[] {
  const prefix = /^(?:\w+=.*|sudo|env|-\w+)$/;
  const start = words.findIndex((word, at) => !prefix.test(word) && !/^-[ugh]$/.test(words[at - 1] ?? ''));
  const [program = '', ...rest] = start < 0 ? [] : words.slice(start);
  return [program.replace(/^.*\//, ''), ...rest];
}

/** The packages that a simple command installs, whatever package manager it calls. */
export function installed([program = '', ...rest]: readonly string[]): readonly string[] {
  if (!/^(?:apt|apt-get|aptitude|yum|dnf|zypper)$/.test(program)) return [];
  const [verb, ...names] = rest.filter((word) => !word.startsWith('-'));
  return verb === 'install' || verb === 'in' ? names : [];
}
