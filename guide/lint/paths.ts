import { basename, join } from 'node:path/posix';
import type { Action, Step } from '../../model/procedure.ts';
import type { SourceLocation } from '../../model/source-location.ts';
import { simpleCommandsOf } from '../simple-commands.ts';

/** A sentence, a command or the content of a file, with the absolute paths in it. */
export interface Mention {
  readonly where: SourceLocation;
  readonly paths: readonly string[];
}

/** A file that the guide has its reader copy; `target` is the copy itself, also when the guide names its folder. */
export interface Copy {
  readonly where: SourceLocation;
  readonly source: string;
  readonly target: string;
}

/** What a step says, remedies opened up, in its order. */
export function actionsOf({ actions }: Step): Action[] {
  return actions.flatMap((action) =>
    action.kind === 'remedy' ? [action, ...actionsOf({ ...emptyStep, actions: action.actions })] : [action],
  );
}

const emptyStep = { number: 0, title: '', where: { file: '', line: 0 } };

/** The paths of a step, by the place where they stand; what a command is promised to print is not of the guide's choosing. */
export function mentionsOf(step: Step): Mention[] {
  const said = actionsOf(step).map((action) => ({ where: action.where, paths: pathsIn(textOf(action)) }));
  return [{ where: step.where, paths: pathsIn(step.title) }, ...said].filter(({ paths }) => paths.length > 0);
}

function textOf(action: Action): string {
  if (action.kind === 'command') return action.command;
  return action.kind === 'edit-file' ? [action.text, ...action.lines].join('\n') : action.text;
}

/** Paths of two names or more; the path of a URL is none. */
function pathsIn(text: string): string[] {
  const paths = text.match(/(?<![\w.:/~$}*-])(?:\/[\w.@%+-]+){2,}/g) ?? [];
  return [...new Set(paths.map((path) => path.replace(/\.+$/, '')))];
}

/** What the sentence or the command copies. */
export function copiesIn(action: Action): Copy[] {
  const { where } = action;
  if (action.kind === 'copy-file') {
    const { source, destination, text } = action;
    return [
      {
        where,
        source,
        target: / directory\.?$/.test(text)
          ? join(destination, basename(source))
          : targetOf(source, destination),
      },
    ];
  }
  return action.kind === 'command'
    ? simpleCommandsOf(action.command).flatMap((words) => copied(words, where))
    : [];
}

function copied([program = '', ...rest]: readonly string[], where: SourceLocation): Copy[] {
  const [source, destination, more] = rest.filter((word) => !word.startsWith('-'));
  if (!/^(?:cp|mv|ln|install)$/.test(program) || !source || !destination || more) return [];
  return [{ where, source, target: targetOf(source, destination) }];
}

/** A destination without a dot in its name is taken for a folder. */
function targetOf(source: string, destination: string): string {
  return basename(destination).includes('.') && !destination.endsWith('/')
    ? destination
    : join(destination, basename(source));
}
