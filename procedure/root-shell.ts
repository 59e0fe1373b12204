import { randomBytes } from 'node:crypto';
import { $ } from 'zx';
import type { Transport } from '../transports/transport.ts';
import { type PromptedStream, promptedStream } from './prompted-stream.ts';
import type { ShellResult, ShellRunOptions } from './shell-result.ts';

/** One interactive root shell on a terminal, as the guide's reader has it: what one command sets, the next one sees. */
export interface RootShell extends AsyncDisposable {
  /** Types a command and waits for the shell's next prompt; the command is ended with Ctrl-C after `timeoutMs`. */
  run(command: string, options: ShellRunOptions): Promise<ShellResult>;
}

/** A terminal in canonical mode cuts a longer line without a word (Linux N_TTY: termios(3), “canonical mode”). */
export const longestLineBytes = 4095;

const interactiveShell = 'stty -echo rows 50 cols 160; cd; exec bash --login --noediting -i';
const terminal = ['env', 'TERM=dumb', 'LANG=C.UTF-8', 'SYSTEMD_PAGER=', 'PAGER=cat', 'SHELL=/bin/bash'];

/**
 * Opens the shell: bash on a pseudo-terminal that script(1) makes on the machine itself, so that programs that
 * insist on a terminal get one whatever the way to the machine is.
 * @throws Error when no shell answers within `timeoutMs`.
 */
export async function openRootShell(
  transport: Transport,
  environment: Readonly<Record<string, string | undefined>>,
  timeoutMs: number,
): Promise<RootShell> {
  const nonce = randomBytes(12).toString('hex');
  const argv = [...terminal, 'script', '-qfc', interactiveShell, '/dev/null'];
  const [program = '', ...args] = transport.hostCommandLine(argv);
  const child = $({
    env: { ...environment },
    quiet: true,
    nothrow: true,
    store: forgetful(),
    stdio: 'pipe',
  })`${program} ${args}`;
  const stream = promptedStream(child, nonce);
  const greeting = await stream.send(promptSetting(nonce), { timeoutMs });
  if (greeting.ended !== 'itself') {
    if (greeting.ended !== 'shell-gone') child.kill();
    throw new Error(
      `${transport.name}: expected a root shell within ${timeoutMs} ms, got: ${greeting.output.trim() || 'nothing'}`,
    );
  }
  return shellOver(stream, child);
}

function shellOver(
  stream: PromptedStream,
  child: { stdin: NodeJS.WritableStream } & PromiseLike<unknown>,
): RootShell {
  return {
    run: (command, options) => stream.send(command, options),
    async [Symbol.asyncDispose]() {
      child.stdin.end();
      await child;
    },
  };
}

/**
 * The prompt is our marker: it says that the command before it ended, and how. An answer that was typed once too often is
 * thrown away before, so that the shell does not take it for a command.
 */
function promptSetting(nonce: string): string {
  const discard = 'while read -rt 0; do read -r; done';
  const mark = `printf "\\036${nonce} %s\\036" "$guideproof_status"`;
  return `unset HISTFILE; PS1= PS2= PROMPT_COMMAND='guideproof_status=$?; ${discard}; ${mark}'`;
}

/** zx keeps all output of a child; a guide's command may print without end. */
function forgetful(): { stdout: Buffer[]; stderr: Buffer[]; stdall: Buffer[] } {
  const none = (): Buffer[] => Object.assign([], { push: () => 0 });
  return { stdout: none(), stderr: none(), stdall: none() };
}
