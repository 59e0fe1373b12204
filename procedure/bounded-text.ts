/** Text of any length kept within a limit: its beginning and its end, and how much between them was let go. */
export interface BoundedText {
  append(text: string): void;
  toString(): string;
}

/**
 * Collects text in chunks and keeps at most `limit` characters of its beginning and as many of its end.
 * What is cut is said in its place.
 */
export function boundedText(limit: number): BoundedText {
  let head = '';
  let tail = '';
  let dropped = 0;
  return {
    append(text) {
      const room = Math.max(0, limit - head.length);
      head += text.slice(0, room);
      tail += text.slice(room);
      // Cutting at twice the limit keeps the cost per chunk constant.
      if (tail.length > 2 * limit) {
        dropped += tail.length - limit;
        tail = tail.slice(-limit);
      }
    },
    toString() {
      const cut = Math.max(0, tail.length - limit);
      const missing = dropped + cut;
      return missing === 0 ? head + tail : `${head}\n[… ${missing} characters cut …]\n${tail.slice(cut)}`;
    },
  };
}
