import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { GuideError } from '../guide/guide-error.ts';
import { locateGuide, locateGuides } from '../guide/locate-guide.ts';
import { readDocument, readGuide } from '../guide/read-guide.ts';
import { type DistributionTag, distributionTags } from '../model/distribution.ts';
import type { Procedure } from '../model/procedure.ts';

/** A guide's files as text, those that it includes too, by the path that findings name them with. */
export async function readGuideFiles(guide: string | undefined): Promise<ReadonlyMap<string, string>> {
  const paths = new Set<string>();
  const reception = {
    opened: ({ path }: { path: string }) => void paths.add(path),
    refused: () => undefined,
  };
  for (const { path } of locateGuides(guide)) readDocument(path, reception);
  return new Map(
    await Promise.all([...paths].map(async (path) => [path, await readFile(path, 'utf8')] as const)),
  );
}

/** What a guide says to the readers of each distribution that it can be read for. */
export function proceduresOf(guide: string | undefined): ReadonlyMap<DistributionTag, Procedure> {
  const read = distributionTags.flatMap((tag) => {
    try {
      return [[tag, readGuide(locateGuide(guide, tag), tag)] as const];
    } catch (error) {
      if (error instanceof GuideError) return [];
      throw error;
    }
  });
  return new Map(read);
}

/** A copy of a guide somewhere else; it is gone once it is disposed of. */
export interface GuideCopy extends AsyncDisposable {
  /** As `--guide` takes it. */
  readonly guide: string;
}

/** Writes a guide's files into a folder of their own, laid out as they are, so that one finds what it includes. */
export async function copyGuide(
  guide: string | undefined,
  files: ReadonlyMap<string, string>,
): Promise<GuideCopy> {
  const original = resolve(guide ?? locateGuide(undefined, 'debian'));
  const base = commonFolder([...files.keys(), original].map((path) => resolve(path)));
  const folder = await mkdtemp(join(tmpdir(), 'guideproof-guide-'));
  for (const [path, text] of files) {
    const copy = join(folder, relative(base, resolve(path)));
    await mkdir(dirname(copy), { recursive: true });
    await writeFile(copy, text);
  }
  return {
    guide: join(folder, relative(base, original)),
    [Symbol.asyncDispose]: () => rm(folder, { recursive: true }),
  };
}

/** The folder that absolute paths have in common, as long as no path is that folder's own file. */
export function commonFolder(paths: readonly string[]): string {
  const [first = [], ...others] = paths.map((path) => dirname(path).split(sep));
  const length = first.findIndex((part, index) => others.some((other) => other[index] !== part));
  return first.slice(0, length < 0 ? first.length : length).join(sep) || sep;
}
