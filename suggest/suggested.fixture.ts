import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { readGuide } from '../guide/read-guide.ts';
import type { DistributionTag, TargetKind } from '../model/distribution.ts';
import type { Finding } from '../model/finding.ts';
import type { Action, Procedure } from '../model/procedure.ts';
import type { Repair } from '../model/repair.ts';
import { matchPromise } from '../procedure/promised-output.ts';
import { actionsIn } from './actions-in.ts';
import { guideDiff, patchedSources } from './guide-diff.ts';
import { propose } from './index.ts';
import type { Material, Witness } from './material.ts';

/** What a target of a test shows. */
export interface Showing {
  readonly id: string;
  readonly tag: DistributionTag;
  readonly kind?: TargetKind;
  /** The file that its readers read; `chapter.rst` unless told otherwise. */
  readonly file?: string;
  /** What each command with promised output prints, in the guide's order. */
  readonly prints?: readonly string[];
  /** What mends the last start of the service in the guide. */
  readonly repair?: Repair;
  readonly values?: Readonly<Record<string, string>>;
}

/** What comes of a guide's files and what was seen on targets. */
export function suggestedFor(
  files: Readonly<Record<string, string>>,
  showings: readonly Showing[],
  unheard: readonly DistributionTag[] = [],
) {
  const folder = mkdtempSync(join(tmpdir(), 'guideproof-suggest-'));
  const pathOf = (name: string): string => join(folder, name);
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(pathOf(name)), { recursive: true });
    writeFileSync(pathOf(name), text);
  }
  const read = (tag: DistributionTag, file = 'chapter.rst'): Procedure => readGuide(pathOf(file), tag);
  const material: Material = {
    witnesses: showings.map((showing) => witnessOf(showing, read(showing.tag, showing.file))),
    unheard: unheard.map((tag) => read(tag)),
    sources: new Map(Object.entries(files).map(([name, text]) => [pathOf(name), text])),
  };
  rmSync(folder, { recursive: true });
  const ideas = propose(material);
  const patched = [...patchedSources(material.sources, ideas.proposals)];
  const named = (path: string): string => relative(folder, path);
  const diff = guideDiff(material.sources, ideas.proposals, named);
  return {
    ...ideas,
    patched: Object.fromEntries(patched.map(([path, text]) => [named(path), text])),
    diff,
  };
}

function witnessOf(showing: Showing, procedure: Procedure): Witness {
  const { id, kind = 'real', prints = [], repair, values = {} } = showing;
  const actions = actionsIn(procedure);
  const promised = actions.flatMap((action) => (action.kind === 'command' ? (action.promised ?? []) : []));
  const findings = promised.map((promise, index): Finding => {
    const actual = prints[index];
    const kept = actual !== undefined && matchPromise(promise.lines, actual) !== 'no';
    const outcome = actual === undefined ? 'could-not-check' : kept ? 'pass' : 'fail';
    return { ...foundOn(id, promise), outcome, severity: 'warning', ...(actual !== undefined && { actual }) };
  });
  const start = repair && actions.findLast(isStart);
  const stuck = start ? [{ ...foundOn(id, start), outcome: 'fail' } as const] : [];
  return {
    id,
    kind,
    procedure,
    findings: new Map([...findings, ...stuck].map((finding) => [finding.id, finding])),
    repairs: new Map(start && repair ? [[start.id, repair]] : []),
    values: new Map(Object.entries(values)),
  };
}

function isStart(action: Action): action is Extract<Action, { kind: 'start-service' | 'command' }> {
  return action.kind === 'start-service' || (action.kind === 'command' && / start /.test(action.command));
}

function foundOn(target: string, { id, where }: Pick<Finding, 'id' | 'where'>): Finding {
  return { id, target, title: id, outcome: 'pass', severity: 'error', where, durationMs: 1 };
}
