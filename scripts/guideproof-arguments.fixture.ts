import { simpleCommandsOf } from '../guide/simple-commands.ts';

/** The arguments of each `guideproof` that a shell line starts, with `npx` before it or not. */
export function guideproofArguments(line: string): readonly (readonly string[])[] {
  const withoutSubstitutions = line.replaceAll(/<\([^)]*\)/g, '/dev/fd/63');
  return simpleCommandsOf(withoutSubstitutions)
    .map(([program, ...words]) => (program === 'npx' ? words : [program, ...words]))
    .filter(([program]) => program === 'guideproof')
    .map(([, ...words]) => beforeRedirection(words.map(String)));
}

function beforeRedirection(words: readonly string[]): readonly string[] {
  const end = words.findIndex((word) => /^[<>]/.test(word));
  return end < 0 ? words : words.slice(0, end);
}
