import { FILE_HEADERS_ONLY, formatPatch, structuredPatch } from 'diff';

/** A text and the path that a diff calls it by. */
interface Named {
  readonly path: string;
  readonly text: string;
}

/** What changed from one text to another in the unified format (diff(1)), with three lines around each change; empty when nothing did. */
export function unifiedDiff(before: Named, after: Named): string {
  const headers = [undefined, undefined] as const;
  const patch = structuredPatch(before.path, after.path, before.text, after.text, ...headers, { context: 3 });
  return patch.hunks.length === 0 ? '' : formatPatch(patch, FILE_HEADERS_ONLY);
}
