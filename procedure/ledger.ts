import type { Accommodation } from '../model/report.ts';

/** Everything that was done beyond what the guide says, each thing once, in the order in which it first happened. */
export interface Ledger {
  add(...accommodations: readonly Accommodation[]): void;
  readonly entries: readonly Accommodation[];
}

/** An empty ledger. */
export function newLedger(): Ledger {
  const entries = new Map<string, Accommodation>();
  return {
    add(...accommodations) {
      for (const entry of accommodations) {
        const key = JSON.stringify([entry.id, entry.text, entry.where?.file, entry.where?.line]);
        if (!entries.has(key)) entries.set(key, entry);
      }
    },
    get entries() {
      return [...entries.values()];
    },
  };
}
