import type { RootShell } from '../../procedure/root-shell.ts';
import type { ShellResult } from '../../procedure/shell-result.ts';
import type { Transport } from '../../transports/transport.ts';

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

/** Where lines are typed: shells, and a way beside them that a waiting line does not block. */
export interface Terminal {
  readonly transport: Transport;
  readonly timeoutMs: number;
  openShell(): Promise<RootShell>;
}

/** Types a line into a shell of its own, and takes that shell away as soon as the line waits for something. */
export async function typeCommand(terminal: Terminal, line: string): Promise<TypedCommand> {
  const { transport, timeoutMs } = terminal;
  await using shell = await terminal.openShell();
  // The shell's sign of an unfinished line, which the harness does without, and its process id.
  const { output } = await shell.run(`PS2='${morePrompt}'; echo $$`, { timeoutMs });
  let [seen, stuck]: [string, string | undefined] = ['', undefined];
  const onOutput = (chunk: string): void => {
    seen += chunk;
    const sign = signs.find(({ shows }) => seen.includes(shows));
    if (!sign || stuck !== undefined) return;
    stuck = sign.means;
    // What cannot be killed is still ended by the timeout.
    transport.run(['kill', '-KILL', output.trim()]).catch(() => undefined);
  };
  const result = await shell.run(line, { timeoutMs, onOutput });
  return { line, result, ...(stuck !== undefined && { stuck }) };
}
