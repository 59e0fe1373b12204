import { stripVTControlCharacters } from 'node:util';

// What stays of a colour code when something upstream removed the escape character alone; `[1ms]` and `[31m]` are words.
const strayColour = /\[(?:(?:\d{1,2};)*(?:0|1|2[1-9]|3[0-79]|4[0-79]|9[0-7]))?m(?!\w*\])/g;
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for.
const control = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/g;
// Most texts of a large report have nothing of the above, and looking once is cheaper than replacing four times.
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for.
const suspect = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f[]/;

/** Text without colours and cursor movements, line ends as `\n`; any other control character becomes U+FFFD, so that its loss is seen. */
export function plainText(text: string): string {
  if (!suspect.test(text)) return text;
  return stripVTControlCharacters(text)
    .replace(/\r\n?/g, '\n')
    .replace(strayColour, '')
    .replace(control, '\ufffd');
}

// Any space that is not one blank between two words.
const foldable = /[^\S ]| {2}|^ | $/;

/** Plain text folded into one line, for headings, names and attributes. */
export function oneLine(text: string): string {
  const plain = plainText(text);
  return foldable.test(plain) ? plain.replace(/\s+/g, ' ').trim() : plain;
}
