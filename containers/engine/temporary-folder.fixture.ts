import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A folder of its own for a test, gone afterwards; `add` puts a program into it. */
export async function temporaryFolder() {
  const path = await mkdtemp(join(tmpdir(), 'guideproof-'));
  return {
    path,
    async add(name: string, script: string) {
      await writeFile(join(path, name), script);
      await chmod(join(path, name), 0o755);
    },
    [Symbol.asyncDispose]: () => rm(path, { recursive: true, force: true }),
  };
}
