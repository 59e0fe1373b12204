import { readdirSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, join } from 'node:path';
import { type DistributionTag, distributionTags } from '../model/distribution.ts';
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

/** A file of a guide, and the distributions whose readers use it. */
export interface LocatedGuide {
  readonly path: string;
  readonly tags: readonly DistributionTag[];
}

/**
 * All the files of a guide: a folder's `environment-messaging*.rst`, otherwise the one that `locateGuide` finds. A file
 * whose name ends in a tag is for that distribution, another one for those that have no file of their own.
 * @throws GuideError `missing` when there is no such file.
 */
export function locateGuides(path: string | undefined): LocatedGuide[] {
  if (path === undefined || !isFolder(path)) {
    const file = locateGuide(path, 'debian');
    const tag = tagInName(file);
    return [{ path: file, tags: tag ? [tag] : distributionTags }];
  }
  const names = namesIn(path);
  if (names.length === 0) throw nothingIn(path, ['environment-messaging*.rst'], names);
  const served = new Map(
    distributionTags.map((tag) => [tag, wantedNames(tag).find((name) => names.includes(name))]),
  );
  return names.map((name) => ({
    path: join(path, name),
    tags: distributionTags.filter((tag) => served.get(tag) === name),
  }));
}

/** The distribution that a file is for by its name, such as `environment-messaging-debian.rst`. */
export function tagInName(path: string): DistributionTag | undefined {
  return distributionTags.find((tag) => basename(path).endsWith(`-${tag}.rst`));
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
  const there = namesIn(folder);
  const name = wantedNames(tag).find((candidate) => there.includes(candidate));
  if (name) return join(folder, name);
  throw nothingIn(folder, wantedNames(tag), there);
}

function wantedNames(tag: DistributionTag): string[] {
  return [`environment-messaging-${tag}.rst`, 'environment-messaging.rst'];
}

function namesIn(folder: string): string[] {
  return readdirSync(folder)
    .filter((name) => /^environment-messaging.*\.rst$/.test(name))
    .sort();
}

function nothingIn(folder: string, wanted: readonly string[], there: readonly string[]): GuideError {
  const got = there.length > 0 ? there.join(', ') : 'none of them';
  return new GuideError({ code: 'missing', expected: `${wanted.join(' or ')} in ${folder}`, got });
}
