import { el, type Views } from './el.ts';

/** A sentence in which what stands between backticks is set as code. */
export function told(text: string): Views {
  return text.split(/`([^`\n]+)`/).map((piece, index) => (index % 2 ? el('code', null, piece) : piece));
}
