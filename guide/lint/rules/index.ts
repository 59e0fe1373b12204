import type { LintRule } from '../lint-rule.ts';
import { closingComment } from './closing-comment.ts';
import { consolePrompt } from './console-prompt.ts';
import { dedentedBlock } from './dedented-block.ts';
import { httpLink } from './http-link.ts';
import { malformed } from './malformed.ts';
import { missingInclude } from './missing-include.ts';
import { nothingFollows } from './nothing-follows.ts';
import { numbering } from './numbering.ts';
import { onlyTag } from './only-tag.ts';
import { pathMismatch } from './path-mismatch.ts';
import { replaceableUnexplained } from './replaceable-unexplained.ts';
import { replaceableUnused } from './replaceable-unused.ts';
import { siblingStep } from './sibling-step.ts';

/** The rules in the order of their ids. */
export const rules: readonly LintRule[] = [
  closingComment,
  consolePrompt,
  dedentedBlock,
  httpLink,
  malformed,
  missingInclude,
  nothingFollows,
  numbering,
  onlyTag,
  pathMismatch,
  replaceableUnexplained,
  replaceableUnused,
  siblingStep,
];
