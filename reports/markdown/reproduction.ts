import type { Report, Target } from '../../model/report.ts';

/** The command that shows the findings of these targets again: the same chapter, or the same controllers. */
export function reproduction({ command, guide }: Report, targets: readonly Target[]): string {
  const ids = targets.map(({ id }) => id);
  if (command === 'check') return ['npx guideproof check', ...ids.map(quoted)].join(' ');
  const rehearsed = targets.length > 0 && targets.every(({ kind }) => kind === 'stand-in');
  return [
    `npx guideproof ${quoted(command)}`,
    `--guide ${quoted(guide.path)}`,
    ...(ids.length > 0 ? [`--distro ${quoted(ids.join(','))}`] : []),
    ...(rehearsed ? ['--stand-ins only'] : []),
  ].join(' ');
}

/** A word as a POSIX shell takes it to the letter. */
function quoted(word: string): string {
  return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}
