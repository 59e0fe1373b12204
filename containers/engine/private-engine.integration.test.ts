import { existsSync } from 'node:fs';
import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { engineProcesses } from './engine-processes.ts';
import { joinPrivateEngine } from './private-engine.ts';
import { temporaryFolder } from './temporary-folder.fixture.ts';

const onLinux = test.runIf(process.platform === 'linux');

/** A "podman system service" that answers on its socket, under the name by which its process is known. */
const service = `
const answers = {
  '/version': { Version: '9', ApiVersion: '1.41', Components: [{ Name: 'Podman Engine' }] },
  '/info': { Driver: 'overlay', DockerRootDir: '/d' },
  '/containers/json': [],
};
const answer = (request, response) => response.end(JSON.stringify(answers[request.url.split('?')[0]]));
require('http').createServer(answer).listen(process.argv.at(-1).slice('unix://'.length));
`;

async function fakePodman() {
  const folder = await temporaryFolder();
  await writeFile(join(folder.path, 'service.cjs'), service);
  const start = `exec -a podman "${process.execPath}" "${folder.path}/service.cjs" "$@"`;
  await folder.add('podman', `#!/bin/bash\necho started >> ${folder.path}/starts\n${start}\n`);
  let provided = 0;
  const provide = async () => {
    provided += 1;
    return { name: 'podman' as const, path: `${folder.path}/podman` };
  };
  return { folder, provide, provided: () => provided };
}

onLinux('two users at once start one engine, and the last of them stops it', async () => {
  const { folder, provide, provided } = await fakePodman();
  await using _folder = folder;
  const joinIt = () => joinPrivateEngine(folder.path, provide);
  const [first, second] = await Promise.all([joinIt(), joinIt()]);
  expect(provided()).toBe(1);
  expect(first).toMatchObject({
    host: second.host,
    origin: 'started by guideproof',
    facts: { version: '9' },
  });
  const socket = first.host.slice('unix://'.length);
  await first.leave();
  expect(existsSync(socket)).toBe(true);
  await second.leave();
  expect(existsSync(socket)).toBe(false);
  expect(await readdir(join(folder.path, 'engine', 'leases'))).toEqual([]);
});

onLinux('an engine that does not start is an error with its log, and leaves no lease', async () => {
  await using folder = await temporaryFolder();
  await folder.add('podman', '#!/bin/sh\necho "boom: operation not permitted"\nexit 3\n');
  const joining = joinPrivateEngine(folder.path, async () => ({
    name: 'podman',
    path: `${folder.path}/podman`,
  }));
  await expect(joining).rejects.toMatchObject({
    code: 'start-failed',
    message: expect.stringMatching(
      /it ended with exit code 3\..*boom: operation not permitted.*--privileged/s,
    ),
  });
  expect(await readdir(join(folder.path, 'engine', 'leases'))).toEqual([]);
});

onLinux('a start can be interrupted, and what was begun is ended', async () => {
  await using folder = await temporaryFolder();
  const silent = `exec -a podman "${process.execPath}" -e 'setInterval(() => {}, 1e6)' -- "$@"`;
  await folder.add('podman', `#!/bin/bash\n${silent}\n`);
  const interruption = new AbortController();
  const provide = async () => {
    setImmediate(() => interruption.abort(new Error('interrupted')));
    return { name: 'podman' as const, path: `${folder.path}/podman` };
  };
  const joining = joinPrivateEngine(folder.path, provide, interruption.signal);
  await expect(joining).rejects.toThrow('interrupted');
  expect(engineProcesses(folder.path)).toEqual([]);
});

test('a cache folder that cannot be made is said plainly', async () => {
  await using folder = await temporaryFolder();
  await writeFile(join(folder.path, 'file'), '');
  const joining = joinPrivateEngine(join(folder.path, 'file'), () =>
    Promise.reject(new Error('not reached')),
  );
  await expect(joining).rejects.toMatchObject({
    code: 'start-failed',
    message: expect.stringContaining('Cannot prepare a private container engine in'),
  });
});
