import { readConsole } from '../../console-block.ts';
import { isConsole } from '../../constructs/console-block.ts';
import type { LintRule } from '../lint-rule.ts';
import { allBlocks } from '../walk.ts';

/** Lines of a console block that stand behind no prompt: is it typed, by whom, or is it printed? */
export const consolePrompt: LintRule = {
  id: 'console-prompt',
  severity: 'error',
  find({ blocks }) {
    const code = [...allBlocks(blocks)].filter((block) => block.kind === 'code');
    const entries = code
      .filter(({ language }) => isConsole(language))
      .flatMap(({ lines }) => readConsole(lines));
    return entries
      .filter(({ kind }) => kind === 'stray')
      .map(({ text, where }) => ({
        where,
        expected: 'a prompt (#, $ or a program’s own) before what is typed',
        got: `“${text.trim().split('\n')[0]}”`,
      }));
  },
};
