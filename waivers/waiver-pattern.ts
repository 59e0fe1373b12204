/** Whether a text is what a pattern says, in which `*` stands for any characters and nothing else is special. */
export function matcherOf(pattern: string): (text: string) => boolean {
  const literals = pattern.split('*').map((part) => part.replace(/[\\^$.+?()[\]{}|]/g, '\\$&'));
  const expression = new RegExp(`^${literals.join('.*')}$`, 's');
  return (text) => expression.test(text);
}
