import { posix } from 'node:path';
import type { ReportOptions } from './report-input.ts';

/**
 * A file's path as those who review a change know it: counted from the root of the repository, with `/`.
 * Absent for a file that is not in the repository, or of which that cannot be known.
 */
export function repositoryPath(
  file: string,
  { repository }: Pick<ReportOptions, 'repository'>,
): string | undefined {
  const path = repository
    ? posix.relative(repository.root, posix.resolve(repository.cwd, file))
    : posix.normalize(file);
  return path === '' || path === '..' || path.startsWith('../') || posix.isAbsolute(path) ? undefined : path;
}
