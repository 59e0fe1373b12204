import type { Repair } from '../model/repair.ts';
import { type DoneEdit, writeFile } from './edit-file.ts';
import { editIni } from './edit-ini.ts';
import { commandLine, record, runOnMachine } from './run-on-machine.ts';
import type { Workplace } from './workplace.ts';

/** Something that the guide does not say and that a remedy may lack. */
interface Cure {
  /** What it puts into the edited file, where that is something else than the guide's reader put there. */
  readonly rewrite?: (edit: DoneEdit) => Pick<Plan, 'text' | 'says'> | undefined;
  /** What it runs once the file is edited. */
  readonly commands: (editedUnit: string) => readonly (readonly string[])[];
}

const reload = ['systemctl', 'daemon-reload'];

/** What is tried when a remedy does not mend the trouble, from the least intrusive to the most. */
const cures: readonly Cure[] = [
  { commands: () => [reload] },
  { commands: (unit) => [reload, ['systemctl', 'restart', unit]] },
  { rewrite: otherReading, commands: (unit) => [reload, ['systemctl', 'restart', unit]] },
];

/** A repair that was tried; `says` is for a reader of the guide. */
export interface Attempt {
  /** Has an `edit` where something else is to be written than the reader wrote. */
  readonly repair: Repair;
  readonly says: string;
  readonly mended: boolean;
  /** The first line that starting the service printed. */
  readonly printed: string;
}

/**
 * Tries, one after the other, what the remedy may lack, until the service starts. Before each attempt the service is stopped
 * and the edited file is as the guide's reader left it. Of a file that belongs to no unit of systemd's, nothing is known to try.
 */
export async function tryRepairs(
  id: string,
  edit: DoneEdit | undefined,
  service: string,
  workplace: Workplace,
): Promise<readonly Attempt[]> {
  const editedUnit = edit && unitOfFile(edit.path);
  const attempts: Attempt[] = [];
  if (!edit || editedUnit === undefined) return attempts;
  for (const cure of cures) {
    const content = cure.rewrite ? cure.rewrite(edit) : { text: edit.text };
    if (!content) continue;
    const plan = { path: edit.path, ...content, commands: cure.commands(editedUnit) };
    const attempt = await tryRepair(id, plan, service, workplace);
    attempts.push(attempt);
    if (attempt.mended) return attempts;
  }
  await writeFile(edit.path, edit.text, workplace);
  return attempts;
}

interface Plan {
  readonly path: string;
  readonly text: string;
  readonly says?: string;
  readonly commands: readonly (readonly string[])[];
}

async function tryRepair(id: string, plan: Plan, service: string, workplace: Workplace): Promise<Attempt> {
  const { path, text, says, commands } = plan;
  const run = (argv: readonly string[]) => runAndRecord(id, argv, workplace);
  await run(['systemctl', 'stop', service]);
  // Starts that failed too often are refused without being tried (systemd.unit(5), StartLimitBurst).
  await run(['systemctl', 'reset-failed', service]);
  const written = await writeFile(path, text, workplace);
  if (says !== undefined) record(id, written, workplace, { command: `# in ${path}: ${says}`, output: '' });
  for (const command of commands) await run(command);
  const start = await run(['systemctl', 'start', service]);
  const typed = commands.map(commandLine);
  const besides = `run ${typed.map((line) => `\`${line}\``).join(' and ')}`;
  return {
    repair: { commands: typed, ...(says !== undefined && { edit: says }) },
    says: says === undefined ? besides : `${says}, and ${besides}`,
    mended: start.exitCode === 0,
    printed: start.text.trim().split('\n')[0] ?? '',
  };
}

async function runAndRecord(id: string, argv: readonly string[], workplace: Workplace) {
  const run = await runOnMachine(argv, workplace);
  record(id, run, workplace);
  return run;
}

function otherReading({ before, block, doubtful }: DoneEdit) {
  const [doubt] = doubtful;
  if (!doubt) return undefined;
  const { line, present } = doubt;
  const reading = doubt.reading === 'added' ? 'replaced' : 'added';
  const there = present.map((one) => `“${one}”`).join(' and ');
  const says = reading === 'added' ? `keep ${there} and add “${line}”` : `put “${line}” in place of ${there}`;
  return { text: editIni(before, block, reading).text, says };
}

/** The unit that a file of systemd's describes, by itself or as a drop-in (systemd.unit(5)). */
function unitOfFile(path: string): string | undefined {
  return /\/systemd\/system\/([^/]+\.(?:socket|service))(?:\.d\/[^/]+\.conf)?$/.exec(path)?.[1];
}
