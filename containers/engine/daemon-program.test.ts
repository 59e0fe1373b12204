import { expect, test } from 'vitest';
import { findDaemonProgram } from './daemon-program.ts';
import { temporaryFolder } from './temporary-folder.fixture.ts';

test('dockerd counts only together with its client; else Podman is taken', async () => {
  await using folder = await temporaryFolder();
  await folder.add('dockerd', '');
  expect(await findDaemonProgram(folder.path)).toBeUndefined();
  await folder.add('podman', '');
  expect(await findDaemonProgram(folder.path)).toEqual({ name: 'podman', path: `${folder.path}/podman` });
  await folder.add('docker', '');
  expect(await findDaemonProgram(folder.path)).toEqual({ name: 'dockerd', path: `${folder.path}/dockerd` });
});
