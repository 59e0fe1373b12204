/** A question that a program asks on the terminal, and what the guide's reader types then. */
export interface Prompt {
  readonly program: string;
  readonly asks: RegExp;
  readonly answer: string;
}

/** The questions of the package managers that the guide calls: its reader wants the package, so says yes. */
export const prompts: readonly Prompt[] = [
  { program: 'apt', asks: /\[Y\/n\] ?$/, answer: 'y' },
  { program: 'yum', asks: /\[y\/N\]: ?$/, answer: 'y' },
  { program: 'zypper', asks: /\[y\/n(?:\/[^\]]*)?\] \(y\): ?$/, answer: 'y' },
];

/** The prompt that a terminal's last, unfinished line shows, if it is one that we know. */
export function promptOn(line: string): Prompt | undefined {
  return prompts.find((prompt) => prompt.asks.test(line));
}
