import type { Procedure, PromisedOutput } from '../model/procedure.ts';
import { matchPromise } from '../procedure/promised-output.ts';
import { actionsIn } from './actions-in.ts';
import { byPlace, type Material, type Reader, unheardTags } from './material.ts';
import { newPromise } from './new-promise.ts';
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
import { withReplaceables } from './with-replaceables.ts';

type PromiseReader = Reader<PromisedOutput>;

/** Brings promised output up to date that is no longer what is printed. */
export const stalePromises: Suggest = (material) =>
  together(byPlace(material.witnesses, promisesIn).map((readers) => ideasFor(readers, material)));

function promisesIn(procedure: Procedure): readonly PromisedOutput[] {
  return actionsIn(procedure).flatMap((action) =>
    action.kind === 'command' && action.promised ? [action.promised] : [],
  );
}

function ideasFor(readers: readonly PromiseReader[], material: Material): Ideas {
  const drifted = readers.filter((reader) => findingOf(reader)?.outcome === 'fail');
  const told = heeded(readers.filter((reader) => outputOf(reader) !== undefined));
  const stale = told.filter((reader) => drifted.includes(reader));
  const [first] = drifted;
  if (!first) return together([]);
  const { where, lines: promised } = first.read;
  if (stale.length === 0)
    return left(where, drifted, 'only a stand-in prints something else, which proves nothing');
  const promise = newPromise(
    promised,
    told.map((reader) => outputOf(reader) ?? []),
  );
  if ('reason' in promise) return left(where, stale, promise.reason);
  const edit = editOf(first.read, promise.lines, material);
  if (!edit) return left(where, stale, `${where.file} has other lines there than those that were read`);
  const proposal = {
    kind: kindOf(told),
    where,
    removes: findingsOf(stale),
    readBy: told.map(({ witness }) => witness.id),
    edits: [edit],
    newCommands: [],
    remarks: remarksOn(readers, told, promise.lines, material),
  };
  return { proposals: [proposal], leftOut: [] };
}

function findingOf({ witness, read }: PromiseReader) {
  return witness.findings.get(read.id);
}

/** What was printed, as a guide would show it; unknown where the command failed or did not end. */
function outputOf(reader: PromiseReader): readonly string[] | undefined {
  const finding = findingOf(reader);
  if (finding?.actual === undefined || !['pass', 'fail'].includes(finding.outcome)) return undefined;
  if (finding.actual.trim() === '') return [];
  return linesOf(withReplaceables(finding.actual, reader.witness)).map((line) => line.trimEnd());
}

/** The promised lines as they stand in the source, exchanged for others with the same indentation. */
function editOf(
  { where, lines }: PromisedOutput,
  wanted: readonly string[],
  { sources }: Material,
): Edit | undefined {
  const source = sources.get(where.file);
  if (source === undefined) return undefined;
  const there = linesOf(source).slice(where.line - 1, where.line - 1 + lines.length);
  if (!lines.every((line, index) => there[index]?.trim() === line.trim())) return undefined;
  const depth = (there[0] ?? '').trimEnd().length - (lines[0] ?? '').length;
  const indentation = (there[0] ?? '').slice(0, depth);
  const written = wanted.map((line) => {
    const same = lines.findIndex((one) => one.trimEnd() === line.trimEnd());
    return there[same] ?? `${indentation}${line}`.trimEnd();
  });
  return { file: where.file, line: where.line, removed: lines.length, lines: written };
}

function remarksOn(
  readers: readonly PromiseReader[],
  told: readonly PromiseReader[],
  lines: readonly string[],
  material: Material,
): readonly string[] {
  const where = readers[0]?.read.where ?? { file: '', line: 0 };
  const remarks = readers
    .filter((reader) => !told.includes(reader))
    .map((reader) => {
      const { id } = reader.witness;
      const output = outputOf(reader);
      if (!output) return `${id} reads line ${where.line} too; what it prints there could not be seen.`;
      const kept = matchPromise(lines, output.join('\n')) !== 'no';
      return `${id}, a stand-in, reads line ${where.line} too and prints ${kept ? 'the same' : 'something else'} there, which proves nothing.`;
    });
  const unheard = unheardTags(material, where, promisesIn).map(
    (tag) => `Readers on ${tag} see line ${where.line} too; none of their distributions was run.`,
  );
  return [...remarks, ...unheard];
}
