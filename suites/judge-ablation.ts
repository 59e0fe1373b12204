import type { Check, CheckResult } from '../model/check.ts';
import type { Judgement } from '../model/evidence.ts';
import type { Command } from '../model/procedure.ts';
import type { Ablation } from './ablate-chapter.ts';
import type { Outcomes } from './ablation.ts';

/** What is asked of a command: whether anything notices that it is left out. */
export function ablationCheck({ id, command, where }: Command): Check {
  const title = `Without ${command.replaceAll(/\s*\\?\n\s*/g, ' ')} something fails`;
  return { id: id.replace(/^step\./, 'ablation.'), title, where, severity: 'warning' };
}

/** A command is shown to be needed when something that passes with it no longer passes without it. */
export function judgeAblation({ command, without, durationMs }: Ablation, whole: Outcomes): CheckResult {
  const judgement = without instanceof Error ? unknown(without) : compare(without, whole);
  return { check: ablationCheck(command), judgement: { command: command.command, ...judgement }, durationMs };
}

function unknown(error: Error): Judgement {
  return { outcome: 'could-not-check', severity: 'warning', reason: error.message };
}

function compare(without: Outcomes, whole: Outcomes): Judgement {
  const expected = 'something that passes with it fails without it';
  const lost = (outcome: Judgement['outcome']): readonly string[] =>
    [...without]
      .filter(([id, now]) => now.outcome === outcome && whole.get(id)?.outcome === 'pass')
      .map(([id]) => id);
  const [failed, unchecked] = [lost('fail'), lost('could-not-check')];
  const after = unchecked.length === 0 ? '' : `; ${unchecked.join(', ')} could then not be checked`;
  if (failed.length > 0) {
    return { outcome: 'pass', severity: 'warning', expected, actual: `${failed.join(', ')} failed${after}` };
  }
  if (unchecked.length > 0) {
    return { outcome: 'could-not-check', severity: 'warning', expected, reason: `nothing failed${after}` };
  }
  const reason = 'unproven: nothing notices that this command is left out';
  return { outcome: 'fail', severity: 'warning', expected, actual: 'everything passed without it', reason };
}
