import type { Standing } from '../standing.ts';
import { el, type View } from './el.ts';
import { signOf } from './look.ts';

/** A standing's sign in its colour; the word for it stands beside it, so readers of the page aloud skip it. */
export function standingMark(standing: Standing): View {
  return el('span', { class: `mark ${standing}`, 'aria-hidden': 'true' }, signOf(standing));
}

/** A line in small capitals that says what a target's results are worth. */
export function kindBadge(kind: string): View | null {
  return kind === '' ? null : el('span', { class: `kind ${kind}` }, kind);
}
