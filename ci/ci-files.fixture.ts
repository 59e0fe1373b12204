import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** The folder of the files that users copy. */
export const ciFolder = dirname(createRequire(import.meta.url).resolve('#package/ci/gitlab-ci.yml'));

/** All files that users copy, by path below `ci/`. */
export const ciFiles: ReadonlyMap<string, string> = new Map(
  readdirSync(ciFolder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.endsWith('.ts'))
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => [path.slice(ciFolder.length + 1), readFileSync(path, 'utf8')] as const),
);

/** The text of a file that users copy. @throws Error when there is none. */
export function ciFile(path: string): string {
  const text = ciFiles.get(path);
  if (text === undefined) throw new Error(`expected ci/${path}, got ${[...ciFiles.keys()].join(', ')}`);
  return text;
}
