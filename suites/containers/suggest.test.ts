import { mkdir, mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'vitest';
import { $ } from 'zx';
import type { Finding } from '../../model/finding.ts';
import type { Report } from '../../model/report.ts';
import { readFindings, runCli } from './cli.ts';

const bundled = createRequire(import.meta.url).resolve('#package/guide/message-queue.rst');
const run = $({ quiet: true });
// Each test follows the guide three times.
const timeout = 20 * 60_000;

/** The bundled chapter in a repository of its own. */
async function repository() {
  const root = await mkdtemp(join(tmpdir(), 'guideproof-repository-'));
  const guide = join(root, 'guide/message-queue.rst');
  await mkdir(join(root, 'guide'));
  await writeFile(guide, await readFile(bundled));
  await run`git init -q ${root}`;
  return { root, guide };
}

const failed = ({ findings }: Report): readonly Finding[] =>
  findings.filter(({ outcome, severity }) => outcome === 'fail' && severity !== 'info');

/** Asks for a patch, applies it as a maintainer would, and follows the guide once more. */
async function patched(...args: readonly string[]) {
  const { root, guide } = await repository();
  const first = await runCli(['verify', '--guide', guide, ...args, '--suggest']);
  const report = await readFindings(first.out);
  const patch = join(first.out, 'guide.patch');
  await run`git -C ${root} apply --check ${patch}`;
  await run`git -C ${root} apply ${patch}`;
  const second = await runCli(['verify', '--guide', guide, ...args]);
  return {
    first,
    report,
    second,
    again: await readFindings(second.out),
    text: await readFile(guide, 'utf8'),
  };
}

test.concurrent('on two Debians the patch mends the promise that is no longer true, and nothing else is touched', {
  timeout,
}, async ({ expect }) => {
  const { first, report, again, text } = await patched('--distro', 'debian-12,debian-13');
  expect(failed(report).map(({ id }) => id)).toEqual(['output.2.1', 'output.2.1']);
  expect(report.suggestion).toMatchObject({
    patch: {
      kind: 'proven',
      targets: ['debian-12', 'debian-13'],
      removes: [{ id: 'output.2.1', where: { line: 94 }, targets: ['debian-12', 'debian-13'] }],
      remarks: ['Readers on ubuntu see line 94 too; none of their distributions was run.'],
    },
    leftOut: [],
  });
  expect(first.stdout).toContain('removes output.2.1 (line 94) on debian-12 and debian-13');
  expect(first.exitCode).toBe(0);
  const before = (await readFile(bundled, 'utf8')).split('\n');
  expect(text.split('\n')).toEqual(
    before.with(93, (before[93] ?? '').replace('Creating user', 'Adding user')),
  );
  expect(failed(again)).toEqual([]);
});

test.concurrent('on a stand-in for openSUSE the remedy gets what it lacks, and that is called a rehearsal', {
  timeout,
}, async ({ expect }) => {
  const distro = 'opensuse-leap-15.6';
  const { first, report, second, again, text } = await patched('--distro', distro, '--stand-ins', 'only');
  expect(failed(report).map(({ id }) => id)).toEqual(['remedy.2.3', 'output.3.1']);
  expect(report.suggestion?.patch).toMatchObject({ kind: 'rehearsed', targets: [distro] });
  expect(first.stdout).toContain('Rehearsed, not proven');
  expect(first.exitCode).toBe(1);
  expect(text).toContain(`         * Reload the configuration of systemd and restart \`\`epmd.socket\`\`:

           .. code-block:: console

              # systemctl daemon-reload
              # systemctl restart epmd.socket

         * Start the message queue service again.
`);
  expect(failed(again)).toEqual([]);
  expect(second.exitCode).toBe(0);
});
