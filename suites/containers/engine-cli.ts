import { $ } from 'zx';

/** Names of the containers that carry our label, of any run. */
export async function ownContainers(): Promise<readonly string[]> {
  const { stdout } = await $({ quiet: true })`docker ps -aq --no-trunc --filter label=guideproof.owner`;
  return stdout.split('\n').filter((id) => id !== '');
}

/** Images that carry our label: snapshots of machines. */
export async function ownImages(): Promise<readonly string[]> {
  const { stdout } = await $({ quiet: true })`docker image ls -q --filter label=guideproof.owner`;
  return stdout.split('\n').filter((id) => id !== '');
}
