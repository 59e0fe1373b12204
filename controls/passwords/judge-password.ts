import { describeRefusal, provesFailure } from '../../access/amqp-refusal.ts';
import type { Judgement } from '../../model/evidence.ts';
import { terminalText } from '../../procedure/terminal-text.ts';
import { isLetIn, type PasswordEvidence } from './password-evidence.ts';

const severity = 'warning';
const expected = 'the password typed is the one stored';

/** Passes when the password that was meant logs in; `remedy` is the form that does work, where there is one. */
export function judgePassword(evidence: PasswordEvidence, remedy: string | undefined): Judgement {
  const { typed, login } = evidence;
  const said = { severity, expected, command: typed.line } as const;
  if (isLetIn(login)) return { ...said, outcome: 'pass', actual: 'it logs in' };
  if (!login.ok && !provesFailure(login.refusal))
    return { ...said, outcome: 'could-not-check', reason: describeRefusal(login.refusal) };
  if (typed.result.ended === 'shell-gone' && typed.stuck === undefined)
    return { ...said, outcome: 'could-not-check', reason: 'the shell ended before the command did' };
  const instead = 'Choose a password of letters and digits';
  const fix = remedy === undefined ? `${instead}.` : `${instead}, or type it as ${remedy}`;
  return { ...said, outcome: 'fail', actual: whatHappened(evidence), fix };
}

function whatHappened({ typed: { result, stuck }, stored }: PasswordEvidence): string {
  if (stored !== undefined) return `another password is stored: ${stored}`;
  if (stuck !== undefined) return `no password is stored: ${stuck}`;
  if (result.exitCode === 0) return 'another password is stored';
  const end = result.exitCode === undefined ? 'the command did not end' : `exit code ${result.exitCode}`;
  const line = terminalText(result.output)
    .split('\n')
    .find((text) => text.trim() !== '');
  return `no password is stored: ${end}${line === undefined ? '' : `, ${line.trim()}`}`;
}
