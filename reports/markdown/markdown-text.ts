import { oneLine, plainText } from '../plain-text.ts';
import { wellFormed } from '../well-formed.ts';

// What GitHub turns into links or mentions after it has read the Markdown, where no backslash helps any more: an invisible
// space parts them.
const summons = /@(?=\w)|#(?=\d)|:(?=\/\/)|(?<=\bwww)(?=\.)/gi;
const special = /[\\`*_[\]<>&|~$]/g;
// They make text read in another order than it is stored.
const bidirectional = /[\u202a-\u202e\u2066-\u2069]/g;

/** Text of a guide or a machine as words of a line of Markdown: it forms no HTML, no link, no table cell and no emphasis. */
export function words(text: string): string {
  return visible(oneLine(text))
    .replace(special, '\\$&')
    .replace(summons, '$&\u200b')
    .replace(/^[#+=-]|(?<=^\d+)[.)](?= |$)/, '\\$&');
}

/** Text as code within a line of Markdown; empty text gives nothing. */
export function code(text: string): string {
  const line = visible(oneLine(text));
  if (line === '') return '';
  const fence = '`'.repeat(longestRun(line) + 1);
  const pad = /^`|`$/.test(line) ? ' ' : '';
  return `${fence}${pad}${line}${pad}${fence}`;
}

/** A row of a table; what is code or words already stays so. */
export function row(cells: readonly string[]): string {
  return `| ${cells.map((cell) => cell.replace(/\\?\|/g, '\\|')).join(' | ')} |`;
}

/** Lines of code, between fences that nothing in them can end. */
export function fenced(lines: readonly string[], language: string): string {
  const text = visible(plainText(lines.join('\n')));
  const fence = '`'.repeat(Math.max(3, longestRun(text) + 1));
  return `${fence}${language}\n${text}\n${fence}`;
}

function visible(text: string): string {
  return wellFormed(text).replace(bidirectional, '\ufffd');
}

function longestRun(text: string): number {
  return Math.max(0, ...Array.from(text.matchAll(/`+/g), ([run]) => run.length));
}
