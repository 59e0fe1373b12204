import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { renderGuidePatch } from '../reports/guide-patch.ts';
import { suggestedFor } from './suggested.fixture.ts';

const block = (command: string): string => `Broker
======

Set up
------

1. Add the user:

   .. code-block:: console

      # ${command}
        Creating user "openstack" ...

2. Look at it.
`;
const first = block('rabbitmqctl add_user openstack RABBIT_PASS');
const prints = ['Adding user "openstack" ...'];
const debian = { id: 'd', tag: 'debian', prints } as const;
const ubuntu = { id: 'u', tag: 'ubuntu', prints } as const;

const written = (diff: string): string => {
  const where = { file: '--- a/of-no-diff', line: 1 };
  const patch = {
    kind: 'proven',
    targets: ['d'],
    removes: [{ id: 'output.1.1', where, targets: ['d'] }],
    remarks: ['One line\n--- a/chapter.rst\n+++ b/chapter.rst\n@@ -1 +1 @@'],
    apply: 'git apply out/guide.patch',
    diff,
  } as const;
  const tool = { name: 'guideproof', version: '0.1.0' };
  return renderGuidePatch({ tool, suggestion: { patch, leftOut: [] } }) ?? '';
};

const run = (program: string, ...args: readonly string[]) => execFileSync(program, args);
// Who has git need not have patch.
const starts = (program: string) => spawnSync(program, ['--version']).status === 0;
const hasPatch = starts('patch');

const appliers = {
  'git apply': (folder: string, patch: string) => {
    run('git', 'init', '-q', folder);
    run('git', '-C', folder, 'apply', '--check', patch);
    run('git', '-C', folder, 'apply', patch);
  },
  'patch -p1': (folder: string, patch: string) => run('patch', '-p1', '-s', '-d', folder, '-i', patch),
};

const layouts: Record<string, Record<string, string>> = {
  'a file': { 'chapter.rst': first },
  'a file whose lines end in CRLF': { 'chapter.rst': first.replaceAll('\n', '\r\n') },
  'a file whose last line has no end': { 'chapter.rst': first.split('\n\n2.')[0] ?? '' },
  'a path with spaces and letters beyond ASCII': { 'my guide/früh/chapter.rst': first },
  'several files': {
    'a/chapter.rst': first,
    'b/chapter.rst': block('rabbitmqctl add_user openstack OTHER_PASS'),
  },
};

for (const [program, apply] of Object.entries(appliers)) {
  test.skipIf(program.startsWith('patch') && !hasPatch).each(Object.entries(layouts))(
    `${program} takes a patch of %s, and skips what is said before it`,
    (_, files) => {
      const [one = '', other = one] = Object.keys(files);
      const { diff, patched } = suggestedFor(files, [
        { ...debian, file: one },
        { ...ubuntu, file: other },
      ]);
      const folder = mkdtempSync(join(tmpdir(), 'guideproof-apply-'));
      for (const [name, text] of Object.entries(files)) {
        mkdirSync(join(folder, dirname(name)), { recursive: true });
        writeFileSync(join(folder, name), text);
      }
      const patch = join(folder, 'guide.patch');
      writeFileSync(patch, written(diff));
      apply(folder, patch);
      expect(Object.keys(patched)).toEqual(Object.keys(files));
      for (const [name, text] of Object.entries(patched))
        expect(readFileSync(join(folder, name), 'utf8')).toBe(text);
      rmSync(folder, { recursive: true });
    },
  );
}
