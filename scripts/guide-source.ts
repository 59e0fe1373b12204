import { createHash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import { locateGuides } from '../guide/locate-guide.ts';
import type { GuideSource, Procedure } from '../model/procedure.ts';

/**
 * The one guide that a run followed: a file, or a folder whose files are summed up in one digest. All of them, also those
 * that this run had no use for: so the parts of a run that was split agree on what their guide is.
 */
export function guideSource(
  procedures: readonly Pick<Procedure, 'guide'>[],
  asked: string | undefined,
): GuideSource {
  if (asked !== undefined && statSync(asked, { throwIfNoEntry: false })?.isDirectory())
    return folderSource(asked);
  return procedures[0]?.guide ?? { path: asked ?? '', sha256: sha256('') };
}

function folderSource(folder: string): GuideSource {
  const lines = locateGuides(folder).map(({ path }) => `${basename(path)}\n${sha256(readFileSync(path))}\n`);
  return { path: folder, sha256: sha256(lines.join('')) };
}

function sha256(bytes: string | Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
