import type { EngineAddress } from '../containers/engine/engine.ts';
import type { Finding } from '../model/finding.ts';
import type { Repair } from '../model/repair.ts';
import type { Coverage, Target } from '../model/report.ts';
import type { TranscriptEntry } from '../model/transcript.ts';
import type { ChapterOrder } from './chapter-input.ts';

declare module 'vitest' {
  interface ProvidedContext {
    order: ChapterOrder;
    /** Provided only when an engine has been found. */
    engine: EngineAddress;
  }
  interface TaskMeta {
    finding?: Finding;
    transcript?: readonly TranscriptEntry[];
    /** On the file's own task. */
    summary?: ChapterSummary;
  }
}

/** What a suite knows of its target as a whole once everything has run. */
export interface ChapterSummary {
  readonly target: Target;
  readonly coverage: Coverage;
  /** What lets a remedy mend its trouble, by id of the action that failed. */
  readonly repairs: readonly (readonly [id: string, repair: Repair])[];
  /** What was put for the guide's replaceables, but for secrets. */
  readonly values: readonly (readonly [name: string, value: string])[];
}
