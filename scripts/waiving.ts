import type { WaiverBook } from '../waivers/waiver-book.ts';

/** Marks what is waived, and says at the end what is wrong with the waivers. */
export type Waiving = WaiverBook;

const nothingWaived: Waiving = { apply: (findings) => findings, close: () => [] };

/** Opens a file of waivers; what reads it is loaded only for one. @throws WaiverError as `readWaivers` does. */
export async function openWaivers(path: string | undefined, startedAt: Date): Promise<Waiving> {
  if (path === undefined) return nothingWaived;
  const [{ readWaivers }, { waiverBook }] = await Promise.all([
    import('../waivers/read-waivers.ts'),
    import('../waivers/waiver-book.ts'),
  ]);
  return waiverBook(readWaivers(path), startedAt.toISOString());
}
