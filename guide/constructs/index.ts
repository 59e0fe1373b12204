import { consoleBlock } from './console-block.ts';
import type { BlockConstruct, SentenceConstruct } from './construct.ts';
import { copyFile } from './copy-file.ts';
import { editFile, editPart } from './edit-file.ts';
import { introduction } from './introduction.ts';
import { remedy } from './remedy.ts';
import { replace } from './replace.ts';
import { startService } from './start-service.ts';

/** The sentences that the reader knows, in the order in which they are tried. */
export const sentenceConstructs: readonly SentenceConstruct[] = [
  remedy,
  replace,
  editFile,
  editPart,
  introduction,
  copyFile,
  startService,
];

/** The code blocks that the reader knows when they stand alone. */
export const blockConstructs: readonly BlockConstruct[] = [consoleBlock];
