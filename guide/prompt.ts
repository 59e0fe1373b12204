import type { SourceLine } from './rst/source-line.ts';

/** A prompt and what is typed behind it. */
export interface Prompted {
  /** `#` or `$`, however much a shell shows before it, `>`, or a program's own such as `mysql>`. */
  readonly prompt: string;
  readonly typed: string;
  readonly column: number;
}

const forms = [
  /^(?<before> *)(?<prompt>[#$>])(?: +(?<typed>.*)|$)/,
  /^(?<before> *)(?:\[[^\]]*@[^\]]*\]|[\w.-]+@[\w.-]+:?\S*) ?(?<prompt>[#$])(?: +(?<typed>.*)|$)/,
  /^(?<before> *)(?<prompt>[A-Za-z]\w*(?: \[[^\]]*\])?>)(?: +(?<typed>.*)|$)/,
];

/** The prompt at the front of a line, or `undefined`. */
export function promptOf(line: SourceLine): Prompted | undefined {
  for (const form of forms) {
    const { before, prompt, typed } = form.exec(line.text)?.groups ?? {};
    if (prompt !== undefined) return { prompt, typed: typed ?? '', column: before?.length ?? 0 };
  }
  return undefined;
}

/** Whether the prompt is a shell's, not another program's. */
export function isShell(prompt: string): boolean {
  return prompt === '#' || prompt === '$';
}

/** Whether words after a prompt look typed: a comment in printed text begins like a sentence, which a command hardly does. */
export function looksTyped({ prompt, typed }: Prompted): boolean {
  return !isShell(prompt) || typed === '' || /^(?:[a-z_.~/"'({[\\!]|[A-Za-z_]\w*=)/.test(typed);
}
