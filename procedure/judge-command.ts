import type { Judgement } from '../model/evidence.ts';
import type { PromisedOutput } from '../model/procedure.ts';
import { matchPromise } from './promised-output.ts';
import type { ShellResult } from './shell-result.ts';
import { worldFault } from './world-faults.ts';

/** What is known of a command once it ended; `text` is its output as a person sees it, without secrets. */
export interface CommandEvidence extends Pick<ShellResult, 'ended' | 'exitCode'> {
  readonly text: string;
  readonly timeoutMs: number;
}

/** A command line of the guide, or of what it says in prose, works when it ends by itself with exit code 0. */
export function judgeCommand(command: { readonly command: string }, evidence: CommandEvidence): Judgement {
  const base = { severity: 'error', command: command.command, expected: 'exit code 0' } as const;
  const said = lastLines(evidence.text);
  if (evidence.ended === 'shell-gone') {
    return {
      ...base,
      outcome: 'could-not-check',
      reason: `the shell or the machine went away during the command${said}`,
    };
  }
  if (evidence.ended === 'by-timeout') {
    return {
      ...base,
      outcome: 'fail',
      actual: `still running after ${evidence.timeoutMs} ms, ended${said}`,
    };
  }
  if (evidence.exitCode === 0) return { ...base, outcome: 'pass', actual: 'exit code 0' };
  const fault = worldFault(command.command, evidence.text);
  const actual = `exit code ${evidence.exitCode}${said}`;
  return fault
    ? { ...base, outcome: 'could-not-check', reason: fault, actual }
    : { ...base, outcome: 'fail', actual };
}

/**
 * What the guide shows under a command should be what the command prints; anything else is drift. `fill` puts for the
 * guide's replaceables what stands for them in the evidence.
 */
export function judgePromise(
  promised: PromisedOutput,
  evidence: CommandEvidence,
  fill: (line: string) => string,
): Judgement {
  const expected = promised.lines.join('\n');
  const base = { severity: 'warning', expected, actual: evidence.text.trim() } as const;
  if (evidence.ended !== 'itself')
    return { ...base, outcome: 'could-not-check', reason: 'the command did not end' };
  const kept = matchPromise(promised.lines.map(fill), evidence.text);
  // Drift is another wording of what worked; what failed has been told once already.
  if (kept === 'no' && evidence.exitCode !== 0)
    return { ...base, outcome: 'could-not-check', reason: 'the command failed' };
  if (kept === 'no')
    return {
      ...base,
      outcome: 'fail',
      reason: 'drift: the command prints something else than the guide shows',
    };
  const how = kept === 'literally' ? 'matched literally' : 'matched when “...” is read as “and so on”';
  return { ...base, outcome: 'pass', reason: how };
}

function lastLines(text: string): string {
  const lines = text.trim().split('\n').slice(-12).join('\n');
  return lines === '' ? ', nothing printed' : `; the last it printed:\n${lines}`;
}
