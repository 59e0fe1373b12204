import { $ } from 'zx';

const label = 'guideproof.owner';

/** The containers of a run, by its process: others may be running beside it. */
export function containersOf(pid: number | undefined): Promise<readonly string[]> {
  return ownedBy(pid, 'ps', '--all');
}

/** The images of a run, which are snapshots of its machines. */
export function imagesOf(pid: number | undefined): Promise<readonly string[]> {
  return ownedBy(pid, 'image', 'ls', '--all');
}

/** The only machine of a run. */
export async function machineOf(pid: number | undefined): Promise<string> {
  const [machine, ...others] = await containersOf(pid);
  if (!machine || others.length > 0)
    throw new Error(`expected one machine of process ${pid}, got ${machine ? 1 + others.length : 'none'}`);
  return machine;
}

async function ownedBy(pid: number | undefined, ...list: readonly string[]): Promise<readonly string[]> {
  const docker = $({ quiet: true });
  const found = (await docker`docker ${list} -q --no-trunc --filter label=${label}`).stdout;
  const ids = found.split('\n').filter((id) => id !== '');
  const owners = await Promise.all(ids.map(async (id) => [id, await ownerOf(id)] as const));
  return owners.filter(([, owner]) => owner.includes(`"pid":${pid},`)).map(([id]) => id);
}

/** Empty for what is gone since it was listed. */
async function ownerOf(id: string): Promise<string> {
  const format = `{{index .Config.Labels "${label}"}}`;
  return (await $({ quiet: true, nothrow: true })`docker inspect --format ${format} ${id}`).stdout;
}
