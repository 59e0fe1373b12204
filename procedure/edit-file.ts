import type { EditFile } from '../model/procedure.ts';
import { cutMark } from '../transports/bounded-store.ts';
import type { ActionOutcome } from './action-outcome.ts';
import type { DoubtfulEdit } from './doubtful-edit.ts';
import { editIni, type IniEdit, notIni } from './edit-ini.ts';
import { judgeCommand } from './judge-command.ts';
import { type MachineRun, record, runOnMachine } from './run-on-machine.ts';
import { unifiedDiff } from './unified-diff.ts';
import type { Workplace } from './workplace.ts';

/** A file of settings as it was before a guide's edit, the edit, and what the file is now. */
export interface DoneEdit extends IniEdit {
  readonly path: string;
  readonly block: readonly string[];
  readonly before: string;
}

/** An edit's outcome; `edit` is there when the file now is as the guide wants it. */
export interface EditOutcome extends ActionOutcome {
  readonly edit?: DoneEdit;
}

/** Edits a file as the guide shows it; who owns it and who may read it stays as it was. */
export async function editFile(action: EditFile, workplace: Workplace): Promise<EditOutcome> {
  const path = workplace.substitute(action.path);
  const block = action.lines.map(workplace.substitute);
  const obstacle = notIni(block);
  if (obstacle !== undefined) {
    return undone(0, `expected settings (key = value), got “${obstacle}”, which is not edited by rule`);
  }
  const creates = /^create\b/i.test(action.text);
  const read = await runOnMachine(['cat', '--', path], workplace);
  const absent = creates && /: No such file or directory$/m.test(read.text);
  if (read.exitCode !== 0 && !absent) return notThere(action, path, read, workplace);
  if (read.stdout.endsWith(cutMark) || read.stdout.includes('\ufffd')) {
    return undone(read.durationMs, `expected ${path} to be a text in UTF-8 of a few MB, got something else`);
  }
  const before = absent ? '' : read.stdout;
  const edit = { path, block, before, ...editIni(before, block) };
  const done = edit.text === before ? read : await writeFile(path, edit.text, workplace);
  return outcomeOf(action, edit, done, workplace);
}

/** Writes a text into a file that is there already, without a shell, keeping its owner and its mode (tee(1)). */
export function writeFile(path: string, text: string, workplace: Workplace): Promise<MachineRun> {
  return runOnMachine(['tee', '--', path], workplace, text);
}

function outcomeOf(action: EditFile, edit: DoneEdit, done: MachineRun, workplace: Workplace): EditOutcome {
  const { path, doubtful } = edit;
  const { durationMs } = done;
  const wrote = done.exitCode === 0;
  const diff = unifiedDiff({ path, text: edit.before }, { path, text: edit.text });
  const output = wrote ? diff || 'nothing to do: it contains that already' : done.text;
  record(action.id, done, workplace, { command: `# edited ${path}`, output });
  if (!wrote) return { judgement: judgeCommand({ command: `edit ${path}` }, done), durationMs };
  for (const doubt of doubtful) noteReading(doubt, action, workplace);
  const said = workplace.redact(doubtful.map(describe).join('; ')) || 'the lines were added';
  const expected = `${path} contains what the guide shows`;
  const actual = diff === '' ? 'it did already' : said;
  return { judgement: { outcome: 'pass', severity: 'error', expected, actual }, durationMs, edit };
}

function noteReading(doubt: DoubtfulEdit, { where }: EditFile, { ledger, redact }: Workplace): void {
  const why =
    doubt.reading === 'added'
      ? 'the guide’s “...” was read as “what is there stays”'
      : 'the guide shows no “...” there, so its line was read as the one to have';
  ledger.add({ id: 'edit.reading', text: redact(`${describe(doubt)}: ${why}`), where });
}

/** One doubtful edit in words. */
function describe({ line, section, present, reading }: DoubtfulEdit): string {
  const place = section === undefined ? '' : ` in [${section}]`;
  const was = present.map((one) => `“${one}”`).join(' and ');
  return reading === 'added'
    ? `“${line}” was added${place} beside ${was}`
    : `“${line}” was put${place} in place of ${was}`;
}

function notThere({ id }: EditFile, path: string, read: MachineRun, workplace: Workplace): EditOutcome {
  record(id, read, workplace);
  const { text, durationMs, ended } = read;
  const expected = `a file ${path} to edit`;
  if (ended === 'shell-gone') return undone(durationMs, text);
  return { judgement: { outcome: 'fail', severity: 'error', expected, actual: text.trim() }, durationMs };
}

function undone(durationMs: number, reason: string): EditOutcome {
  return { judgement: { outcome: 'could-not-check', severity: 'error', reason }, durationMs };
}
