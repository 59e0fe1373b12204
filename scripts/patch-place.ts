import { join, relative, resolve, sep } from 'node:path';
import { patchFile } from '../reports/guide-patch.ts';
import { commandLine } from '../requirements/command-line.ts';
import { commonFolder } from './guide-files.ts';
import { repositoryRoot } from './repository-root.ts';

/** Where a patch of a guide applies, and how. */
export interface PatchPlace {
  /** A file's path from there, with `/`. */
  readonly pathOf: (file: string) => string;
  /** The command that applies it. */
  readonly apply: string;
}

/**
 * A patch applies from the root of the repository that the guide is in; outside of any, from the current folder, or from
 * the guide's own where that is somewhere else.
 */
export function patchPlace(files: readonly string[], out: string): PatchPlace {
  const [cwd, own] = [process.cwd(), commonFolder(files.map((file) => resolve(file)))];
  const root = repositoryRoot(own);
  const folder = root ?? (relative(cwd, own).startsWith('..') ? own : cwd);
  const patch = join(out, patchFile);
  return {
    pathOf: (file) => relative(folder, resolve(file)).split(sep).join('/'),
    apply: commandLine(
      folder === cwd
        ? ['git', 'apply', patch]
        : ['git', '-C', relative(cwd, folder), 'apply', resolve(patch)],
    ),
  };
}
