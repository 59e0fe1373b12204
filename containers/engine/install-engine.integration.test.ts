import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { findInstallation, installEngine } from './install-engine.ts';
import { temporaryFolder } from './temporary-folder.fixture.ts';

/** An apt-get that notes how it was called, knows packages only after an update, and then installs two programs. */
const aptGet = (folder: string, update: string) => `#!/bin/sh
echo "$1 $DEBIAN_FRONTEND $RUNLEVEL \${*##-*}" >> ${folder}/calls
if [ "$1" = update ]; then ${update}; exit 0; fi
[ -e ${folder}/updated ] || { echo 'E: Unable to locate package docker.io' >&2; exit 100; }
echo 'Unpacking docker.io'
for name in dockerd docker; do echo > ${folder}/$name; /bin/chmod 755 ${folder}/$name; done
`;

async function fakeDebian(update: (folder: string) => string) {
  const folder = await temporaryFolder();
  await folder.add('apt-get', aptGet(folder.path, update(folder.path)));
  await folder.add('apt-cache', '#!/bin/sh\nexit 100\n');
  const how = await findInstallation(folder.path);
  if (!how) throw new Error('expected apt-get to be found');
  return { folder, how };
}

test('a missing package index is fetched, and progress is passed on', async () => {
  const { folder, how } = await fakeDebian((path) => `echo 'Get:1 index'; echo > ${path}/updated`);
  await using _folder = folder;
  const lines: string[] = [];
  const program = await installEngine(how, { path: folder.path, onProgress: (line) => lines.push(line) });
  expect(program).toEqual({ name: 'dockerd', path: `${folder.path}/dockerd` });
  expect(lines[0]).toMatch(
    /^No container engine answers: installing docker\.io with apt-get \(about \d+ MB\)/,
  );
  expect(lines.slice(1)).toEqual(['Get:1 index', 'Unpacking docker.io']);
  const calls = (await readFile(`${folder.path}/calls`, 'utf8')).trim().split('\n');
  expect(calls.map((call) => call.split(' ').slice(0, 3).join(' '))).toEqual([
    'install noninteractive 1',
    'update noninteractive 1',
    'install noninteractive 1',
  ]);
});

test.each([
  ['W: Temporary failure resolving deb.debian.org', 'The package archive cannot be reached'],
  ['E: write error: No space left on device', 'The disk is full.'],
])('"%s" is told plainly, with the command to run by hand', async (said, cause) => {
  const { folder, how } = await fakeDebian(() => `echo '${said}' >&2`);
  await using _folder = folder;
  const installing = installEngine(how, { path: folder.path, onProgress: () => {} });
  await expect(installing).rejects.toMatchObject({
    code: 'install-failed',
    message: expect.stringMatching(new RegExp(`${cause}.*Unable to locate.*By hand: apt-get install`, 's')),
  });
});

test('an install that brings no engine program is a failure', async () => {
  await using folder = await temporaryFolder();
  await folder.add('zypper', '#!/bin/sh\nexit 0\n');
  const how = await findInstallation(folder.path);
  if (!how) throw new Error('expected zypper to be found');
  const installing = installEngine(how, { path: folder.path, onProgress: () => {} });
  await expect(installing).rejects.toThrow('zypper installed docker, but its programs are not on the PATH');
});

test('an install can be interrupted', async () => {
  await using folder = await temporaryFolder();
  await folder.add('zypper', '#!/bin/sh\necho begun\nexec /bin/sleep 60\n');
  const how = await findInstallation(folder.path);
  if (!how) throw new Error('expected zypper to be found');
  const interruption = new AbortController();
  const onProgress = (line: string) => line === 'begun' && interruption.abort(new Error('interrupted'));
  const installing = installEngine(how, { path: folder.path, onProgress, signal: interruption.signal });
  await expect(installing).rejects.toThrow('interrupted');
});
