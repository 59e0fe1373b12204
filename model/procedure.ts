import type { DistributionTag } from './distribution.ts';
import type { SourceLocation } from './source-location.ts';

/** What one reader, on one distribution, is told to do, in order. */
export interface Procedure {
  readonly tag: DistributionTag;
  readonly guide: GuideSource;
  readonly title: string;
  readonly steps: readonly Step[];
  readonly replaceables: readonly Replaceable[];
}

/** The source that a procedure was read from; `sha256` is of the file's bytes, in hex. */
export interface GuideSource {
  readonly path: string;
  readonly sha256: string;
}

/** One numbered step; `number` is the guide's own number for this distribution. */
export interface Step {
  readonly number: number;
  readonly title: string;
  readonly where: SourceLocation;
  readonly actions: readonly Action[];
}

/** Everything the guide says inside a step, in its order; nothing that was read is left out. */
export type Action = Command | CopyFile | EditFile | StartService | Remedy | Explanation | Unrecognised;

interface Said {
  /** The guide's own words (a code block's text for a command), white space folded in prose. */
  readonly text: string;
  readonly where: SourceLocation;
}

interface Executable extends Said {
  /** `step.<n>.<m>`, inside a remedy `remedy.<n>.<m>`. */
  readonly id: string;
}

/** A command line of a console block, prompts and continuation prompts taken off, replaceables still in place. */
export interface Command extends Executable {
  readonly kind: 'command';
  readonly command: string;
  /** Who types it where: `#` a root shell, `$` a user's shell, `>` or `mysql>` and the like another program. */
  readonly prompt: string;
  readonly promised?: PromisedOutput;
}

/** The output that the guide shows under a command, indentation common to its lines taken off. */
export interface PromisedOutput {
  /** `output.<n>.<m>` */
  readonly id: string;
  readonly lines: readonly string[];
  readonly where: SourceLocation;
}

/** “Copy the FILE file to the DIRECTORY directory.” */
export interface CopyFile extends Executable {
  readonly kind: 'copy-file';
  readonly source: string;
  readonly destination: string;
}

/** “Edit the FILE file to contain the following”, with the block that follows; a line `...` stays as what is there. */
export interface EditFile extends Executable {
  readonly kind: 'edit-file';
  readonly path: string;
  readonly language: string;
  readonly lines: readonly string[];
}

/** “Start the … service again.” */
export interface StartService extends Executable {
  readonly kind: 'start-service';
  readonly again: boolean;
}

/** What to do only if something goes wrong: “In case …, perform the following actions”. */
export interface Remedy extends Said {
  readonly kind: 'remedy';
  /** The literal that the guide says the reader will see, such as `nodedown`. */
  readonly symptom?: string;
  readonly actions: readonly Action[];
}

/** A sentence that asks for nothing by itself, or that is carried out by what it introduces. */
export interface Explanation extends Said {
  readonly kind: 'explanation';
  /** Why nothing is run for it; `undefined` where it explains a replaceable, whose value is then used. */
  readonly skipped?: string;
  readonly replaceable?: string;
}

/** A code block or an instruction that the reader cannot turn into something to run. */
export interface Unrecognised extends Executable {
  readonly kind: 'unrecognised';
  readonly expected: string;
}

/** A word in capitals for which the guide's reader puts a value of his own, such as `RABBIT_PASS`. */
export interface Replaceable {
  readonly name: string;
  readonly usedAt: readonly SourceLocation[];
  /** The sentence that says what to put there. */
  readonly explanation?: Said;
}
