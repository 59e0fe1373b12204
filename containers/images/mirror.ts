import type { AptArchive } from '../distribution.ts';
import type { ImageWork } from './image-work.ts';

/** How long a mirror may take to answer. */
const answerMs = 5_000;

/** Why an archive's mirror does not have the suite for us now; `undefined` when it does. */
export async function mirrorObstacle(
  { head, signal }: Pick<ImageWork, 'head' | 'signal'>,
  { mirror, suite }: AptArchive,
): Promise<string | undefined> {
  const url = new URL(`${mirror}/dists/${suite}/InRelease`);
  const late = AbortSignal.timeout(answerMs);
  try {
    const status = await head(url, process.env.http_proxy, signal ? AbortSignal.any([signal, late]) : late);
    return status === 200 ? undefined : `expected HTTP status 200 from ${url.href}, got ${status}`;
  } catch (error) {
    signal?.throwIfAborted();
    return late.aborted ? `no answer from ${mirror} within ${answerMs / 1000} s` : String(error);
  }
}
