import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The root of the git repository that an absolute folder is in; absent outside of any. */
export function repositoryRoot(folder: string): string | undefined {
  if (existsSync(join(folder, '.git'))) return folder;
  const parent = dirname(folder);
  return parent === folder ? undefined : repositoryRoot(parent);
}
