import { access, constants, mkdir } from 'node:fs/promises';
import { UsageError } from './usage-error.ts';

/** Makes the folder that reports are to be written to. @throws UsageError when it cannot be one, before anything has run. */
export async function makeOut(out: string): Promise<void> {
  try {
    await mkdir(out, { recursive: true });
    await access(out, constants.W_OK);
  } catch (cause) {
    const got = (cause as NodeJS.ErrnoException).code;
    throw new UsageError(`expected --out ${out} to be a folder that can be written to, got ${got}`, {
      cause,
    });
  }
}
