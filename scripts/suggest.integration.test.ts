import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Finding } from '../model/finding.ts';
import { matchPromise } from '../procedure/promised-output.ts';
import { sampleReport, sampleTarget } from '../reports/fixtures/sample-report.fixture.ts';
import type { Assignment } from '../suites/chapter-input.ts';
import { newHarvest } from '../suites/findings-reporter.ts';
import { readAssignments } from './assignments.ts';
import { type Follow, suggest } from './suggest.ts';

const chapter = (first: string) => `Broker
======

Set up
------

.. include:: ../parts/note.rst

1. Add the user:

   .. only:: debian

      .. code-block:: console

         # rabbitmqctl add_user openstack RABBIT_PASS
           ${first}

   .. only:: ubuntu

      .. code-block:: console

         # rabbitmqctl add_user openstack RABBIT_PASS
           Creating user "openstack" ...
`;
const distro = ['debian-12', 'ubuntu-24.04'];
const prints = 'Adding user "openstack" ...';
let folder: string;

beforeEach(async () => {
  vi.spyOn(process.stderr, 'write').mockReturnValue(true);
  folder = await mkdtemp(join(tmpdir(), 'suggest-'));
  await Promise.all(['chapters', 'parts', 'out', '.git'].map((name) => mkdir(join(folder, name))));
  await writeFile(join(folder, 'parts/note.rst'), 'A note that is included.\n');
});
afterEach(async () => {
  vi.restoreAllMocks();
  await rm(folder, { recursive: true });
});

/** What each reader of a guide would find that prints the same everywhere. */
function followed(assignments: readonly Assignment[], printed: (id: string) => string): Finding[] {
  return assignments.flatMap(({ distribution: target, procedure }) =>
    procedure.steps
      .flatMap(({ actions }) => actions)
      .flatMap((action): Finding[] => {
        if (action.kind !== 'command' || !action.promised) return [];
        const { id, where, lines } = action.promised;
        const actual = printed(target);
        const outcome = matchPromise(lines, actual) === 'no' ? 'fail' : 'pass';
        return [{ id, target, where, outcome, severity: 'warning', title: id, actual, durationMs: 1 }];
      }),
  );
}

async function suggested(text: string, follow: Follow) {
  const guide = join(folder, 'chapters/chapter.rst');
  const out = join(folder, 'out');
  await writeFile(guide, text);
  await writeFile(join(out, 'guide.patch'), 'of an earlier run');
  const assignments = readAssignments({ guide, distro });
  const targets = distro.map((id) => sampleTarget({ id }));
  const report = { ...sampleReport, targets, findings: followed(assignments, () => prints) };
  const options = { guide, out, distro, jobs: 1, failOn: 'error', junit: 'rich', keep: false } as const;
  return suggest(
    { report, assignments, harvest: newHarvest() },
    { ...options, standIns: 'auto', requireReal: false, commandTimeoutMs: 1 },
    follow,
  );
}

test('what was tried and holds is offered, by paths from the root of the repository', async () => {
  const guides: string[] = [];
  const suggestion = await suggested(chapter('Creating user "openstack" ...'), async (assignments) => {
    guides.push(...assignments.map(({ procedure }) => procedure.guide.path));
    return followed(assignments, () => prints);
  });
  expect(suggestion.leftOut).toEqual([]);
  expect(suggestion.patch).toMatchObject({
    kind: 'proven',
    targets: distro,
    removes: [
      { id: 'output.1.1', targets: ['debian-12'], where: { line: 16 } },
      { id: 'output.1.1', targets: ['ubuntu-24.04'], where: { line: 23 } },
    ],
    apply: expect.stringMatching(/^git -C \S+ apply \S+\/out\/guide\.patch$/),
  });
  expect(suggestion.patch?.diff).toContain('--- a/chapters/chapter.rst\n+++ b/chapters/chapter.rst\n');
  expect(suggestion.patch?.diff.match(/^\+ .*Adding user/gm)).toHaveLength(2);
  expect(guides).toHaveLength(2);
  expect(guides.filter((path) => existsSync(path) || path.startsWith(folder))).toEqual([]);
});

test('what does not hold is left out, and the rest is tried anew by itself', async () => {
  const tried: string[][] = [];
  const suggestion = await suggested(chapter('Creating user "openstack" ...'), async (assignments) => {
    tried.push(assignments.map(({ distribution }) => distribution));
    return followed(assignments, (id) => (id === 'debian-12' ? 'Something new each time' : prints));
  });
  expect(tried).toEqual([distro, ['ubuntu-24.04']]);
  expect(suggestion.patch?.removes).toMatchObject([{ targets: ['ubuntu-24.04'] }]);
  expect(suggestion.patch?.diff.match(/^\+ .*Adding user/gm)).toHaveLength(1);
  expect(suggestion.leftOut).toMatchObject([
    { targets: ['debian-12'], reason: expect.stringContaining('is still there: Something new') },
  ]);
});

test('where nothing is untrue nothing is run, and the patch of an earlier run is gone', async () => {
  const follow = vi.fn<Follow>();
  const text = chapter(prints).replaceAll('Creating user "openstack" ...', prints);
  expect(await suggested(text, follow)).toEqual({ leftOut: [] });
  expect(follow).not.toHaveBeenCalled();
  expect(existsSync(join(folder, 'out/guide.patch'))).toBe(false);
});

test('a line of output that would be typed is not offered', async () => {
  const hazard = 'First\n# rm -rf /tmp/x\nCreating user "openstack" now';
  const text = chapter('First\n           Creating user "openstack" ...').replace(
    / {11}(?=First|Creating)/g,
    '         ',
  );
  const guide = join(folder, 'chapters/chapter.rst');
  await writeFile(guide, text);
  const assignments = readAssignments({ guide, distro: ['debian-12'] });
  const report = {
    ...sampleReport,
    targets: [sampleTarget({ id: 'debian-12' })],
    findings: followed(assignments, () => hazard),
  };
  const follow = vi.fn<Follow>();
  const options = {
    guide,
    out: folder,
    distro,
    jobs: 1,
    failOn: 'error',
    junit: 'rich',
    keep: false,
  } as const;
  const suggestion = await suggest(
    { report, assignments, harvest: newHarvest() },
    { ...options, standIns: 'auto', requireReal: false, commandTimeoutMs: 1 },
    follow,
  );
  expect(suggestion).toMatchObject({
    leftOut: [{ reason: 'the guide with it would be read in another way' }],
  });
  expect(follow).not.toHaveBeenCalled();
});
