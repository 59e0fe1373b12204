import { misnamed } from '../target-error.ts';
import { quoted } from '../words/mask.ts';

/**
 * Tells whether names match a pattern of `--limit`: `~` begins a regular expression that must match from the beginning, as
 * Python's `re.match`; anything else is a glob with `*`, `?`, `[seq]` and `[!seq]`, as Python's `fnmatch`.
 * @throws TargetError for a regular expression that is none.
 */
export function nameMatcher(pattern: string): (name: string) => boolean {
  const expression = expressionOf(pattern);
  return (name) => expression.test(name);
}

function expressionOf(pattern: string): RegExp {
  if (!pattern.startsWith('~')) return new RegExp(`^(?:${fromGlob(pattern)})$`, 's');
  try {
    return new RegExp(`^(?:${pattern.slice(1)})`);
  } catch (cause) {
    throw misnamed('--limit', 'a regular expression after “~”', `${quoted(pattern)}: ${String(cause)}`);
  }
}

function fromGlob(glob: string): string {
  return glob.replace(/\[(!?)(\]?[^\]]*)\]|[\s\S]/g, (piece, negated?: string, characters?: string) => {
    if (characters) return `[${negated ? '^' : ''}${characters.replace(/[\\[\]^]/g, '\\$&')}]`;
    if (piece === '*') return '.*';
    if (piece === '?') return '.';
    return piece.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
  });
}
