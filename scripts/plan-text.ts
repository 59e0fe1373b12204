import type { Action, Procedure, Step } from '../model/procedure.ts';
import { plainText } from '../reports/plain-text.ts';
import { counted, listed } from '../reports/wording.ts';
import { wrap } from '../reports/wrap.ts';
import type { Assignment } from '../suites/chapter-input.ts';
import { actionLines, columns, type Page } from './plan-actions.ts';

/** What the readers of each distribution would do, as text; distributions that share their steps are told of together. */
export function renderPlan(assignments: readonly Assignment[]): string {
  const readers = new Map<Procedure, string[]>();
  for (const { distribution, procedure } of assignments)
    readers.set(procedure, [...(readers.get(procedure) ?? []), distribution]);
  const plans = [...readers].map(([procedure, ids]) => planLines(procedure, ids).join('\n'));
  return plainText(`${plans.join('\n\n\n')}\n`);
}

function planLines(procedure: Procedure, ids: readonly string[]): string[] {
  const { guide, tag, title, steps } = procedure;
  const page = { file: guide.path, indent: '' };
  return [
    `${listed(ids)} (tag ${tag})`,
    `${guide.path}: ${title}`,
    ...steps.flatMap((step) => ['', ...stepLines(step, page)]),
    ...replaceableLines(procedure, page),
    '',
    ...sumLines(steps.flatMap((step) => step.actions).flatMap(opened), page),
  ];
}

function stepLines({ number, title, where, actions }: Step, page: Page): string[] {
  const head = number === 0 ? `Before the first step: ${title}` : `${number}. ${title}`;
  return [
    `${head} (${placeOf(where, page)})`,
    ...distinct(actions.map((action) => actionLines(action, page).join('\n'))),
  ];
}

/** A sentence that explains two replaceables is two actions. */
function distinct(texts: readonly string[]): string[] {
  return [...new Set(texts)];
}

function replaceableLines({ replaceables }: Procedure, page: Page): string[] {
  if (replaceables.length === 0) return [];
  const lines = replaceables.map(({ name, usedAt, explanation }) => {
    const uses =
      usedAt.length === 0 ? 'used nowhere' : `used on ${listed(usedAt.map((at) => placeOf(at, page)))}`;
    const said = explanation
      ? `${explanation.text} (${placeOf(explanation.where, page)})`
      : 'explained nowhere';
    return wrap(`${name}, ${uses}: ${said}`, columns, '  - ', '    ');
  });
  return ['', 'Values to put in', ...lines.flat()];
}

function placeOf({ file, line }: Step['where'], page: Page): string {
  return file === page.file ? `line ${line}` : `${file}:${line}`;
}

/** The action, and those of a remedy. */
function opened(action: Action): Action[] {
  return action.kind === 'remedy' ? [action, ...action.actions.flatMap(opened)] : [action];
}

function sumLines(actions: readonly Action[], page: Page): string[] {
  const of = (...kinds: readonly Action['kind'][]) =>
    actions.filter(({ kind }) => kinds.includes(kind)).length;
  const promised = actions.filter((action) => action.kind === 'command' && action.promised).length;
  const counts = [
    [of('command'), 'command', 'commands'],
    [promised, 'promised output', 'promised outputs'],
    [of('copy-file', 'edit-file', 'start-service'), 'action told in prose', 'actions told in prose'],
    [of('remedy'), 'remedy', 'remedies'],
    [of('explanation'), 'explanation', 'explanations'],
  ] as const;
  const some = counts.filter(([count]) => count > 0).map(([count, one, many]) => counted(count, one, many));
  const missed = missedLines(actions, page);
  return [
    `In all ${listed(some) || 'nothing'}. ${missed.length === 0 ? 'Everything was understood.' : 'Not understood:'}`,
    ...missed,
  ];
}

/** What was expected instead, and where. */
function missedLines(actions: readonly Action[], page: Page): string[] {
  const places = new Map<string, string[]>();
  for (const action of actions) {
    if (action.kind !== 'unrecognised') continue;
    places.set(action.expected, [...(places.get(action.expected) ?? []), placeOf(action.where, page)]);
  }
  return [...places].flatMap(([expected, at]) =>
    wrap(`${listed(distinct(at))}: expected ${expected}`, columns, '  - ', '    '),
  );
}
