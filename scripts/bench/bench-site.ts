import { fileURLToPath } from 'node:url';
import type { EngineAddress } from '../../containers/engine/engine.ts';

/** Where a part of the bench runs, and how often. */
export interface BenchSite {
  readonly engine: EngineAddress;
  readonly rounds: number;
  readonly say: (line: string) => void;
}

/** The command as it is installed, in a process of its own. */
export const program = fileURLToPath(new URL('../guideproof.js', import.meta.url));

/** Where the reports of the bench go. */
export const out = 'out/bench';
