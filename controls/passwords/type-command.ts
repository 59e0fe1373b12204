import type { RootShell } from '../../procedure/root-shell.ts';
import type { ShellResult } from '../../procedure/shell-result.ts';

/** How a command went that its reader may have typed so that it never runs. */
export interface TypedCommand {
  readonly line: string;
  readonly result: ShellResult;
  /** What it waited for, when it did; it was given up then. */
  readonly stuck?: string;
}

const morePrompt = '[more]';

/** What a terminal shows when a line was not understood as it was meant. */
const signs: readonly { readonly shows: string; readonly means: string }[] = [
  { shows: morePrompt, means: 'the shell waits for a closing quote' },
  { shows: 'event not found', means: 'the shell looks for an earlier command in its history' },
  {
    shows: 'Password:',
    means: 'rabbitmqctl asks for a password, since the shell took the one typed for a comment',
  },
];

/** Types a line into a shell of its own, which is closed afterwards: at once when the line waits for something. */
export async function typeCommand(
  openShell: () => Promise<RootShell>,
  line: string,
  timeoutMs: number,
): Promise<TypedCommand> {
  await using shell = await openShell();
  // The shell's own sign of an unfinished line; the harness has none.
  await shell.run(`PS2='${morePrompt}'`, { timeoutMs });
  let [seen, stuck]: [string, string | undefined] = ['', undefined];
  const result = await shell.run(line, {
    timeoutMs,
    onOutput: (chunk) => {
      seen += chunk;
      const sign = signs.find(({ shows }) => seen.includes(shows));
      if (!sign || stuck !== undefined) return;
      stuck = sign.means;
      void shell[Symbol.asyncDispose]();
    },
  });
  return { line, result, ...(stuck !== undefined && { stuck }) };
}
