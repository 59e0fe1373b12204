import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { distributionById } from '../containers/index.ts';
import type { Finding } from '../model/finding.ts';
import type { Report } from '../model/report.ts';
import type { LeftOut, Suggestion } from '../model/suggestion.ts';
import { patchFile } from '../reports/guide-patch.ts';
import { guideDiff, patchedSources } from '../suggest/guide-diff.ts';
import { propose } from '../suggest/index.ts';
import { judgeTrial } from '../suggest/judge-trial.ts';
import type { Material, Witness } from '../suggest/material.ts';
import { byId, leaving, type Proposal } from '../suggest/proposal.ts';
import { readsAlike } from '../suggest/reads-alike.ts';
import type { Assignment } from '../suites/chapter-input.ts';
import type { Harvest } from '../suites/findings-reporter.ts';
import { readAssignments } from './assignments.ts';
import { copyGuide, proceduresOf, readGuideFiles } from './guide-files.ts';
import { patchPlace } from './patch-place.ts';
import type { VerifyOptions } from './verify-options.ts';

/** A run that was made, as far as suggestions are concerned. */
export interface RunMade {
  readonly report: Report;
  readonly assignments: readonly Assignment[];
  readonly harvest: Harvest;
}

/** Follows a guide on distributions and gives what was found. */
export type Follow = (assignments: readonly Assignment[]) => Promise<readonly Finding[]>;

/**
 * Makes a patch of the guide out of a run, and follows the guide with it on the same distributions until all that is left
 * of it is what was tried and did what it promised. @throws Error when files cannot be read or written.
 */
export async function suggest(run: RunMade, options: VerifyOptions, follow: Follow): Promise<Suggestion> {
  const material = await materialOf(run, options);
  // One of an earlier run must not be taken for this one's.
  await rm(join(options.out, patchFile), { force: true });
  const { proposals, leftOut } = propose(material);
  const readable = await readAsBefore(proposals, material, options);
  const tried = await tryOut(readable.held, run, material, options, follow);
  const left = [...leftOut, ...readable.leftOut, ...tried.leftOut];
  return { ...patchOf(tried.held, material, options), leftOut: left };
}

interface Kept {
  readonly held: readonly Proposal[];
  readonly leftOut: readonly LeftOut[];
}

async function materialOf(
  { report, assignments, harvest }: RunMade,
  options: VerifyOptions,
): Promise<Material> {
  const witnesses = assignments.map(({ distribution: id, procedure }): Witness => {
    const summary = harvest.summaries.find(({ target }) => target.id === id);
    const own = report.findings.filter(({ target }) => target === id);
    return {
      id,
      procedure,
      kind: report.targets.find((target) => target.id === id)?.kind ?? 'real',
      findings: new Map(own.map((finding) => [finding.id, finding])),
      repairs: new Map(summary?.repairs),
      values: new Map(summary?.values),
    };
  });
  const run = new Set(witnesses.map(({ procedure }) => procedure.tag));
  const unheard = [...proceduresOf(options.guide).values()].filter(({ tag }) => !run.has(tag));
  return { witnesses, unheard, sources: await readGuideFiles(options.guide) };
}

/** Leaves out what would make the guide ask for something else than before, for whichever reader. */
async function readAsBefore(
  proposals: readonly Proposal[],
  { sources }: Material,
  { guide }: VerifyOptions,
): Promise<Kept> {
  const before = proceduresOf(guide);
  const kept: { held: Proposal[]; leftOut: LeftOut[] } = { held: [], leftOut: [] };
  for (const proposal of proposals) {
    await using copy = await copyGuide(guide, new Map([...sources, ...patchedSources(sources, [proposal])]));
    const after = proceduresOf(copy.guide);
    const alike = [...before].every(([tag, procedure]) => {
      const now = after.get(tag);
      return now !== undefined && readsAlike(procedure, now, proposal.newCommands);
    });
    if (alike) kept.held.push(proposal);
    else
      kept.leftOut.push(
        ...leaving(proposal.where, proposal.removes, 'the guide with it would be read in another way'),
      );
  }
  return kept;
}

/** Follows the patched guide where it has changed; what fails is left out, and the rest is tried anew. */
async function tryOut(
  proposals: readonly Proposal[],
  run: RunMade,
  { sources }: Material,
  { guide }: VerifyOptions,
  follow: Follow,
): Promise<Kept> {
  let held = proposals;
  const leftOut: LeftOut[] = [];
  while (held.length > 0) {
    const distro = run.assignments
      .map(({ distribution }) => distribution)
      .filter((id) => held.some(({ readBy }) => readBy.includes(id)));
    const names = distro.map((id) => distributionById(id).name).join(', ');
    process.stderr.write(`The guide with the suggested patch is followed again on ${names}.\n`);
    await using copy = await copyGuide(guide, new Map([...sources, ...patchedSources(sources, held)]));
    const after = await follow(readAssignments({ guide: copy.guide, distro }));
    const trial = judgeTrial(held, run.report.findings, after);
    leftOut.push(...trial.leftOut);
    if (trial.leftOut.length === 0) break;
    held = trial.held;
  }
  return { held, leftOut };
}

function patchOf(
  held: readonly Proposal[],
  { sources, witnesses }: Material,
  { out }: VerifyOptions,
): Pick<Suggestion, 'patch'> {
  const [first] = held;
  if (!first) return {};
  const { pathOf, apply } = patchPlace([...sources.keys()], out);
  const patch = {
    kind: first.kind,
    targets: witnesses.map(({ id }) => id).filter((id) => held.some(({ readBy }) => readBy.includes(id))),
    removes: held.flatMap(({ where, removes }) => byId(where, removes)),
    remarks: held.flatMap(({ remarks }) => remarks),
    apply,
    diff: guideDiff(sources, held, pathOf),
  };
  return { patch };
}
