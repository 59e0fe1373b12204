/** One command as it went on a target, secrets already replaced, control codes already removed. */
export interface TranscriptEntry {
  readonly target: string;
  /** Id of the finding that the command belongs to. */
  readonly id: string;
  readonly command: string;
  readonly output: string;
  /** Absent when the command did not end. */
  readonly exitCode?: number;
  readonly durationMs: number;
}
