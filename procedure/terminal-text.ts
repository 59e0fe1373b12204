import { stripVTControlCharacters } from 'node:util';

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is to be removed
const controls = /[\u0000-\u0008\u000b-\u001f\u007f]/g;

/** What a person sees of terminal output once it has scrolled by: no colours, progress lines at their last state. */
export function terminalText(raw: string): string {
  return stripVTControlCharacters(raw.replaceAll('\r\n', '\n'))
    .split('\n')
    .map((line) => lastState(line).replace(controls, '').trimEnd())
    .join('\n');
}

/** A carriage return lets a program write a line again: what counts is the last text that was written. */
function lastState(line: string): string {
  const states = line.split('\r').filter((state) => state.trim() !== '');
  return states.at(-1) ?? '';
}
