import type { Action, Procedure } from '../model/procedure.ts';
import type { Repair } from '../model/repair.ts';
import { actionsIn } from './actions-in.ts';
import { consoleStyle } from './console-style.ts';
import { beginningOf, renumbered } from './list-marker.ts';
import { byPlace, type Material, type Reader, unheardTags } from './material.ts';
import { newItem } from './new-item.ts';
import {
  type Edit,
  findingsOf,
  heeded,
  type Ideas,
  kindOf,
  left,
  type Suggest,
  together,
} from './proposal.ts';
import { linesOf } from './source-lines.ts';

type Start = Extract<Action, { kind: 'start-service' | 'command' }>;
type StartReader = Reader<Start>;

/** Puts before a remedy's start of the service what it lacks to mend the trouble, as the run found out by trying. */
export const missingActions: Suggest = (material) =>
  together(byPlace(material.witnesses, startsIn).map((readers) => ideasFor(readers, material)));

function startsIn(procedure: Procedure): readonly Start[] {
  return actionsIn(procedure).filter(
    (action): action is Start => action.kind === 'start-service' || action.kind === 'command',
  );
}

function ideasFor(readers: readonly StartReader[], material: Material): Ideas {
  const lacking = readers.filter((reader) => repairOf(reader));
  const told = heeded(readers.filter((reader) => isKnown(reader)));
  const stuck = told.filter((reader) => lacking.includes(reader));
  const [first] = stuck;
  const [any] = lacking;
  if (!any) return together([]);
  const { where } = any.read;
  if (!first) return left(where, lacking, 'only a stand-in lacks something, which proves nothing');
  const repairs = stuck.flatMap((reader) => repairOf(reader) ?? []);
  const reword = repairs.find(({ edit }) => edit !== undefined);
  if (reword) return left(where, stuck, `how to word it is for the author: ${reword.edit}`);
  const commands = repairs.reduce(longer).commands;
  const edits = editsFor(first.read, commands, material);
  if ('reason' in edits) return left(where, stuck, edits.reason);
  const proposal = {
    kind: kindOf(told),
    where,
    removes: findingsOf(stuck),
    readBy: told.map(({ witness }) => witness.id),
    edits: edits.edits,
    newCommands: commands,
    remarks: unheardTags(material, where, startsIn).map(
      (tag) => `Readers on ${tag} see line ${where.line} too; none of their distributions was run.`,
    ),
  };
  return { proposals: [proposal], leftOut: [] };
}

function isKnown({ witness, read }: StartReader): boolean {
  const outcome = witness.findings.get(read.id)?.outcome;
  return outcome !== undefined && outcome !== 'could-not-check';
}

function repairOf({ witness, read }: StartReader): Repair | undefined {
  return witness.repairs.get(read.id);
}

// They are tried from the least intrusive on, so that the longest has in it what the others have.
function longer(one: Repair, other: Repair): Repair {
  return other.commands.length > one.commands.length ? other : one;
}

type Edits = { readonly edits: readonly Edit[] } | { readonly reason: string };

function editsFor(start: Start, commands: readonly string[], { sources }: Material): Edits {
  const { file, line } = start.where;
  const source = sources.get(file) ?? '';
  const lines = linesOf(source);
  const text = lines[line - 1] ?? '';
  if (start.kind === 'command') return typedBefore(start, text, commands);
  const beginning = beginningOf(text);
  const firstWords = start.text.split(' ').slice(0, 2).join(' ');
  if (!beginning.text.startsWith(firstWords) || !(beginning.marker || lines[line - 2]?.trim() === ''))
    return { reason: 'the sentence that starts the service does not begin its item or paragraph' };
  const numbers = renumbered(lines, line, file);
  if (!numbers) return { reason: 'a number of the list would grow wider: all under it would have to move' };
  const item = newItem(commands, beginning, consoleStyle(source, line));
  return { edits: [...numbers, { file, line, removed: 0, lines: item }] };
}

function typedBefore(
  { command, where }: Start & { kind: 'command' },
  text: string,
  commands: readonly string[],
): Edits {
  const { file, line } = where;
  const typed = text.indexOf(command.split('\n')[0] ?? '');
  if (typed < 0) return { reason: `${file} has another line there than the one that was read` };
  const front = text.slice(0, typed) + (command.startsWith('sudo ') ? 'sudo ' : '');
  return { edits: [{ file, line, removed: 0, lines: commands.map((added) => front + added) }] };
}
