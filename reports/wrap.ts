/**
 * Text folded at spaces into lines of at most `width` columns, every one behind `first` or, from the second on, `rest`;
 * its own line ends stay, and a word longer than a line stays whole so that it can be copied.
 */
export function wrap(text: string, width: number, first: string, rest = first): readonly string[] {
  const room = Math.max(20, width - rest.length);
  return text
    .split('\n')
    .flatMap((line) => fold(line, room))
    .map((line, index) => `${index === 0 ? first : rest}${line}`.trimEnd());
}

function fold(text: string, room: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (longer.length > room && line !== '') {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  return [...lines, line];
}
