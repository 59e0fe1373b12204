import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { aptRefreshOf } from './apt.ts';

/** What apt-get is called with when its lists are `hours` old; nothing when it is not called. */
function calledAfter(hours: number): string {
  const folder = mkdtempSync(join(tmpdir(), 'guideproof-apt-'));
  const lists = join(folder, 'lists');
  mkdirSync(lists);
  const then = new Date(Date.now() - hours * 3_600_000);
  utimesSync(lists, then, then);
  writeFileSync(join(folder, 'apt-get'), '#!/bin/sh\necho "$TMPDIR $*"\n');
  chmodSync(join(folder, 'apt-get'), 0o755);
  const [file, ...args] = aptRefreshOf(lists);
  return execFileSync(file, args, {
    encoding: 'utf8',
    env: { ...process.env, PATH: `${folder}:${process.env.PATH}` },
  });
}

test('an index of yesterday is refreshed, with scratch files out of the folder that the boot empties', () => {
  expect(calledAfter(13)).toBe('/var/tmp update --error-on=any\n');
});

test('an index of this morning still names what is there', () => {
  expect(calledAfter(11)).toBe('');
});
