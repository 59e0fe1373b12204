import { basename, dirname } from 'node:path/posix';
import type { Step } from '../../../model/procedure.ts';
import type { Defect, LintRule } from '../lint-rule.ts';
import { actionsOf, type Copy, copiesIn, type Mention, mentionsOf } from '../paths.ts';
import { perReader } from '../per-reader.ts';
import { isSlip } from '../slip.ts';

/** Two places of one step that mean the same file and name different paths. */
export const pathMismatch: LintRule = {
  id: 'path-mismatch',
  severity: 'error',
  find: (chapter) =>
    perReader(chapter, (_tag, { steps }) =>
      steps.flatMap((step) => {
        const copies = actionsOf(step).flatMap(copiesIn);
        const left = copiesLeft(step, copies);
        const told = new Set(left.map(({ got }) => got));
        return [...left, ...namesakes(mentionsOf(step), copies).filter(({ got }) => !told.has(got))];
      }),
    ),
};

/** A file is copied to be edited, but then only others are. */
function copiesLeft(step: Step, copies: readonly Copy[]): Defect[] {
  const actions = actionsOf(step);
  return copies.flatMap(({ source, target, where }) => {
    const since = actions.findIndex((action) => copiesIn(action).some((copy) => copy.target === target));
    const edits = actions.slice(since).filter((action) => action.kind === 'edit-file');
    const [first] = edits;
    const isBackup = first?.path === source && !/^\/(?:usr|lib)\//.test(source);
    if (!first || isBackup || edits.some(({ path }) => path === target)) return [];
    const expected = `${target}, the copy made on line ${where.line}`;
    return [{ where: first.where, about: 'file to be edited', expected, got: first.path }];
  });
}

/** Paths with the same file name in different folders, or with one slip of the pen between them. */
function namesakes(mentions: readonly Mention[], copies: readonly Copy[]): Defect[] {
  return mentions.flatMap(({ where, paths }, at) =>
    paths.flatMap((path) => {
      const before = mentions.slice(0, at);
      if (before.some((earlier) => earlier.paths.includes(path))) return [];
      const other = before.find((earlier) => earlier.paths.some((each) => clashes(each, path)));
      const meant = other?.paths.find((each) => clashes(each, path));
      if (!other || !meant || isAccountedFor(meant, path, mentions, copies)) return [];
      return [{ where, expected: `${meant}, as on line ${other.where.line}`, got: path }];
    }),
  );
}

function clashes(one: string, other: string): boolean {
  if (one === other) return false;
  if (basename(one) === basename(other)) return basename(one).includes('.');
  return dirname(one) === dirname(other) && isSlip(basename(one), basename(other));
}

/** A copy has its source's name; and who names two files in one breath knows them apart. */
function isAccountedFor(
  one: string,
  other: string,
  mentions: readonly Mention[],
  copies: readonly Copy[],
): boolean {
  const pair = [one, other];
  return (
    copies.some(({ source, target }) => pair.includes(source) && pair.includes(target)) ||
    mentions.some(({ paths }) => pair.every((path) => paths.includes(path)))
  );
}
