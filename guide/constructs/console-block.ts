import type { Command, Unrecognised } from '../../model/procedure.ts';
import { type ConsoleEntry, hasPrompt, readConsole } from '../console-block.ts';
import type { BlockConstruct, Reading } from './construct.ts';

const terminals = ['console', 'shell', 'bash', 'sh', 'shell-session', 'bash-session'];

/** Languages whose blocks show a terminal only if they begin with a prompt; `none` is a literal block after `::`. */
const perhapsTerminals = ['none', 'mysql', 'sql'];

/** Whether a code block of the language shows a terminal. */
export function isConsole(language: string): boolean {
  return terminals.includes(language);
}

/** A console block, or a literal block that begins with a prompt: commands and the output they promise. */
export const consoleBlock: BlockConstruct = {
  form: 'a console block whose commands stand behind a prompt (#, $ or a program’s own such as mysql>)',
  recognise(block, reading) {
    const { language, lines } = block;
    const terminal = isConsole(language) || (perhapsTerminals.includes(language) && hasPrompt(lines));
    const entries = terminal ? readConsole(lines) : [];
    return entries.length > 0 ? entries.map((entry) => actionOf(entry, reading)) : undefined;
  },
};

function actionOf(entry: ConsoleEntry, reading: Reading): Command | Unrecognised {
  const id = reading.nextId();
  const { text, where } = entry;
  if (entry.kind === 'stray') {
    const expected = 'a prompt (#, $ or a program’s own such as mysql>) before the command';
    return { kind: 'unrecognised', id, text, where, expected };
  }
  for (const line of entry.source) reading.use(line.text, line);
  const { command, prompt, promised } = entry;
  const output = promised ? { promised: { id: outputId(id), ...promised } } : {};
  return { kind: 'command', id, text, where, command, prompt, ...output };
}

/** `output.2.1` for `step.2.1`, `output.remedy.2.1` for `remedy.2.1`: never the same for two commands. */
function outputId(id: string): string {
  return id.startsWith('step.') ? id.replace('step.', 'output.') : `output.${id}`;
}
