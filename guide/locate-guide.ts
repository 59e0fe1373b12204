import { readdirSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { DistributionTag } from '../model/distribution.ts';
import { GuideError } from './guide-error.ts';

/**
 * The file to read for a distribution: a file itself; of a folder `environment-messaging-<tag>.rst`, otherwise
 * `environment-messaging.rst`; without a path the chapter that comes with the package.
 * @throws GuideError `missing` when there is no such file.
 */
export function locateGuide(path: string | undefined, tag: DistributionTag): string {
  if (path === undefined) return createRequire(import.meta.url).resolve('#package/guide/message-queue.rst');
  return isFolder(path) ? fileIn(path, tag) : path;
}

function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch (cause) {
    const got = `nothing there (${(cause as NodeJS.ErrnoException).code})`;
    throw new GuideError({ code: 'missing', expected: `a file or a folder ${path}`, got, cause });
  }
}

function fileIn(folder: string, tag: DistributionTag): string {
  const wanted = [`environment-messaging-${tag}.rst`, 'environment-messaging.rst'];
  const there = readdirSync(folder).filter((name) => /^environment-messaging.*\.rst$/.test(name));
  const name = wanted.find((candidate) => there.includes(candidate));
  if (name) return join(folder, name);
  const got = there.length > 0 ? there.sort().join(', ') : 'none of them';
  throw new GuideError({ code: 'missing', expected: `${wanted.join(' or ')} in ${folder}`, got });
}
