/** How a command typed into a shell ended. */
export interface ShellResult {
  /** Terminal output as it came: control codes and all. */
  readonly output: string;
  /** Absent when the command did not end by itself. */
  readonly exitCode?: number;
  readonly ended: 'itself' | 'by-timeout' | 'shell-gone';
  /** The questions that were answered, as they stood on the terminal, with the answers. */
  readonly answered: readonly AnsweredPrompt[];
  readonly durationMs: number;
}

/** A question of a program and what was typed. */
export interface AnsweredPrompt {
  readonly question: string;
  readonly answer: string;
}

/** What to do while a command runs. */
export interface ShellRunOptions {
  /** After this long the command is ended with Ctrl-C. */
  readonly timeoutMs: number;
  /** After so long without output an answer is typed again, in milliseconds; a second unless said otherwise. */
  readonly patienceMs?: number;
  /** Gets terminal output as it comes. */
  onOutput?(chunk: string): void;
}
