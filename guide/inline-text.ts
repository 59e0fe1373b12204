const literal = /(``.+?``(?!`))/;

/** Prose on one line, with literals and the roles that stand for a file or command as ``x``, other markup taken off. */
export function markedText(source: string): string {
  const folded = source.replace(/\s+/g, ' ').trim();
  const roles = folded.replace(/:(?:file|command|option|code|literal):`([^`]+)`/g, '``$1``');
  return roles.split(literal).map(takeMarkupOff).join('');
}

/** Marked text with the marks of the literals taken off too. */
export function plainText(marked: string): string {
  return marked.replace(/``(.+?)``(?!`)/g, '$1');
}

/** The literals of marked text, in order. */
export function literalsOf(marked: string): string[] {
  return [...marked.matchAll(/``(.+?)``(?!`)/g)].map((match) => match[1] ?? '');
}

/** Column of a literal that is opened and never closed, or -1. */
export function openLiteral(source: string): number {
  return source.replace(/``[\s\S]+?``(?!`)/g, (whole) => '.'.repeat(whole.length)).indexOf('``');
}

function takeMarkupOff(text: string): string {
  if (literal.test(text)) return text;
  return text
    .replace(/(?::[\w:+-]+:)?`([^`<]+?)(?: *<[^`>]+>)?`_{0,2}/g, '$1')
    .replace(/(?<![^\s\-:/'"<([{])(\*{1,2})([^\s*]|[^\s*].*?\S)\1(?![^\s\-:/'">)\]}.,;!?])/g, '$2')
    .replace(/\|(\S|\S.*?\S)\|_{0,2}/g, '$1');
}
