import type { ProcessPromise } from 'zx';
import { boundedText } from './bounded-text.ts';
import { promptOn } from './prompts.ts';
import type { AnsweredPrompt, ShellResult, ShellRunOptions } from './shell-result.ts';
import { terminalText } from './terminal-text.ts';

/** A shell's terminal, cut into commands by the marker that the shell prints as its prompt. */
export interface PromptedStream {
  send(command: string, options: ShellRunOptions): Promise<ShellResult>;
}

type Child = Pick<ProcessPromise, 'stdin' | 'stdout' | 'stderr' | 'then'>;

const outputLimit = 1024 * 1024;
const interrupt = '\u0003';
const interruptGraceMs = 5_000;
/** Some programs throw away what was typed before they look, as zypper does: a reader sees that nothing happens, and types again. */
const defaultPatienceMs = 1_000;
const mostTries = 10;

interface Running {
  readonly options: ShellRunOptions;
  readonly output: ReturnType<typeof boundedText>;
  readonly answered: AnsweredPrompt[];
  readonly end: (ended: ShellResult['ended'], exitCode?: number) => void;
  timedOut: boolean;
  line: string;
  again?: NodeJS.Timeout;
}

/** Reads what `child` prints; one command at a time may be sent. `nonce` is the marker that nobody else knows. */
export function promptedStream(child: Child, nonce: string): PromptedStream {
  const marker = new RegExp(`\\u001e${nonce} (\\d+)\\u001e`);
  let pending = '';
  let running: Running | undefined;
  let gone = false;

  const receive = (chunk: string): void => {
    pending += chunk;
    const found = marker.exec(pending);
    const text = found ? pending.slice(0, found.index) : pending.slice(0, safeLength(pending));
    pending = pending.slice(text.length + (found?.[0].length ?? 0));
    if (running) show(running, text, child);
    if (found) running?.end(running.timedOut ? 'by-timeout' : 'itself', Number(found[1]));
  };
  child.stdout.setEncoding('utf8').on('data', receive);
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => running && show(running, chunk, child));
  child.stdin.on('error', () => {
    // The shell is gone: its end is reported below.
  });
  void child.then(() => {
    gone = true;
    running?.end('shell-gone');
  });

  return {
    send: (command, options) =>
      new Promise((resolve) => {
        running = start(options, child, (result) => {
          running = undefined;
          resolve(result);
        });
        if (gone) running.end('shell-gone');
        else child.stdin.write(`${command}\n`);
      }),
  };
}

/** A marker may have arrived in part: what comes after the last record separator is held back while it is short. */
function safeLength(text: string): number {
  const at = text.lastIndexOf('\u001e');
  return at >= 0 && text.length - at < 64 ? at : text.length;
}

function show(running: Running, text: string, child: Child): void {
  if (text === '') return;
  clearTimeout(running.again);
  running.output.append(text);
  running.options.onOutput?.(text);
  running.line = (running.line + text).slice(-2_000);
  running.line = running.line.slice(running.line.lastIndexOf('\n') + 1);
  const question = terminalText(running.line);
  const prompt = promptOn(question) ?? promptOn(`${question} `);
  if (!prompt) return;
  running.line = '';
  running.answered.push({ question, answer: prompt.answer });
  running.output.append(`${prompt.answer}\n`);
  type(prompt.answer, running, child, mostTries);
}

function type(answer: string, running: Running, child: Child, tries: number): void {
  child.stdin.write(`${answer}\n`);
  if (tries === 1) return;
  const { patienceMs = defaultPatienceMs } = running.options;
  running.again = setTimeout(() => type(answer, running, child, tries - 1), patienceMs);
}

function start(options: ShellRunOptions, child: Child, resolve: (result: ShellResult) => void): Running {
  const startedAt = performance.now();
  const output = boundedText(outputLimit);
  const answered: Running['answered'] = [];
  const end = (ended: ShellResult['ended'], exitCode?: number): void => {
    clearTimeout(limit);
    clearTimeout(grace);
    clearTimeout(running.again);
    const status = exitCode === undefined || ended !== 'itself' ? {} : { exitCode };
    resolve({ output: `${output}`, ...status, ended, answered, durationMs: performance.now() - startedAt });
  };
  const running: Running = { options, output, answered, end, timedOut: false, line: '' };
  let grace: NodeJS.Timeout | undefined;
  const limit = setTimeout(() => {
    running.timedOut = true;
    child.stdin.write(interrupt);
    grace = setTimeout(() => end('by-timeout'), interruptGraceMs);
  }, options.timeoutMs);
  return running;
}
