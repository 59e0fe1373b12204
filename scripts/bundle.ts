import { copyFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { rolldown } from 'rolldown';

const command = fileURLToPath(new URL('./guideproof.js', import.meta.url));
const folder = join(dirname(command), 'guideproof');

/** Dependencies of many files, of which the command needs a part; the others stay where they are. */
const takenIn = ['commander', 'diff', 'zod'];

/**
 * Puts the hundreds of compiled files that the command consists of into a few: a check of one controller takes less than a
 * second, and a third of that would go into opening them.
 */
async function bundle(): Promise<void> {
  await using files = await rolldown({
    input: command,
    platform: 'node',
    external: (id) => !/^[./]/.test(id) && !takenIn.includes(id.split('/')[0] ?? ''),
  });
  await files.write({
    dir: dirname(command),
    chunkFileNames: 'guideproof/[name].js',
    // A run that goes on while the command is built anew still finds what it loads later.
    minifyInternalExports: false,
  });
  for (const name of takenIn)
    await copyFile(join('node_modules', name, 'LICENSE'), join(folder, `LICENSE.${name}`));
}

await bundle();
