import { randomBytes } from 'node:crypto';
import type { Readable, ReadOptions, Run } from './readable-machine.ts';
import { timeoutError } from './run-here.ts';
import { sharedResults, sharedScript } from './shared-output.ts';
import type { CommandResult } from './transport.ts';
import { type Printed, TransportError } from './transport-error.ts';

/** A command that waits for its turn. */
interface Waiting {
  readonly argv: readonly string[];
  readonly options: ReadOptions;
  readonly resolve: (result: CommandResult) => void;
  readonly reject: (error: unknown) => void;
}

type Runner = Pick<Readable, 'name' | 'run'>;

/** A command that may take longer than this is run by itself, so that none waits for it. */
const smallMs = 15_000;

/**
 * Runs small commands that are asked for at once one after another in one shell on the machine: starting `docker exec`
 * costs more than any small read. A command that stands alone is run without a shell.
 */
export function sharingShell(runner: Runner): Run {
  let waiting: Waiting[] = [];
  const runWaiting = () => {
    const group = waiting;
    waiting = [];
    void runTogether(runner, group);
  };
  return (argv, options) => {
    if (options.timeoutMs > smallMs) return runner.run(argv, options);
    return new Promise((resolve, reject) => {
      if (waiting.length === 0) setImmediate(runWaiting);
      waiting.push({ argv, options, resolve, reject });
    });
  };
}

async function runTogether(runner: Runner, group: readonly Waiting[]): Promise<void> {
  if (group.length < 2) return runEach(runner, group);
  const mark = randomBytes(12).toString('hex');
  const commands = group.map(({ argv }) => argv);
  const timeoutMs = Math.max(...group.map(({ options }) => options.timeoutMs));
  const begun = performance.now();
  const shell = runner.run(['sh', '-c', sharedScript(mark, commands)], { timeoutMs, called: 'sh' });
  const end = await outputOf(shell);
  const durationMs = Math.round(performance.now() - begun);
  if ('lost' in end) {
    for (const { reject } of group) reject(end.lost);
    return;
  }
  const results = sharedResults(mark, end);
  // A machine without a shell may still have the programs.
  if (!results && !end.timedOut) return runEach(runner, group);
  const ended = results ?? [];
  for (const [index, result] of ended.entries()) group[index]?.resolve({ ...result, durationMs });
  const [unfinished, ...others] = group.slice(ended.length);
  unfinished?.reject(whyUnfinished(runner, unfinished, end.timedOut, durationMs));
  await runTogether(runner, others);
}

function runEach({ run }: Runner, group: readonly Waiting[]): void {
  for (const { argv, options, resolve, reject } of group) void run(argv, options).then(resolve, reject);
}

/** What the shell printed, also when it had to be ended; what is not known of a machine is `lost`. */
async function outputOf(
  end: Promise<CommandResult>,
): Promise<(Printed & { readonly timedOut: boolean }) | { readonly lost: unknown }> {
  try {
    return { ...(await end), timedOut: false };
  } catch (error) {
    const printed = error instanceof TransportError ? error.printed : undefined;
    return printed ? { ...printed, timedOut: true } : { lost: error };
  }
}

function whyUnfinished({ name }: Runner, { options }: Waiting, timedOut: boolean, afterMs: number): Error {
  if (timedOut) return timeoutError(options.called, name, afterMs);
  return new TransportError('unreachable', `${name}: the shell ended before ${options.called} did`);
}
