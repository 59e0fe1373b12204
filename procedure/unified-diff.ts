const context = 3;

/**
 * What changed between two texts, in one hunk of the unified format (diff(1), “Unified Format”): from the first line that
 * differs to the last, with three lines around them. Empty when nothing changed.
 */
export function unifiedDiff(path: string, before: string, after: string): string {
  if (before === after) return '';
  const [old, now] = [linesOf(before), linesOf(after)];
  const head = commonLength(old, now);
  const tail = commonLength(old.slice(head).reverse(), now.slice(head).reverse());
  const from = Math.max(0, head - context);
  const kept = Math.min(context, tail);
  const range = (lines: readonly string[]): string => {
    const length = lines.length - tail + kept - from;
    return `${length === 0 ? from : from + 1},${length}`;
  };
  return [
    `--- ${path}`,
    `+++ ${path}`,
    `@@ -${range(old)} +${range(now)} @@`,
    ...old.slice(from, head).map((line) => ` ${line}`),
    ...old.slice(head, old.length - tail).map((line) => `-${line}`),
    ...now.slice(head, now.length - tail).map((line) => `+${line}`),
    ...old.slice(old.length - tail, old.length - tail + kept).map((line) => ` ${line}`),
  ].join('\n');
}

function linesOf(text: string): string[] {
  return text === '' ? [] : text.replace(/\n$/, '').split('\n');
}

function commonLength(one: readonly string[], other: readonly string[]): number {
  const length = one.findIndex((line, index) => line !== other[index]);
  return length < 0 ? one.length : length;
}
