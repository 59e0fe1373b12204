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
  const found = (await $({ quiet: true })`docker ${list} -q --no-trunc --filter label=${label}`).stdout;
  const ids = found.split('\n').filter((id) => id !== '');
  if (ids.length === 0) return [];
  const format = `{{.Id}} {{index .Config.Labels "${label}"}}`;
  const { stdout, stderr } = await $({
    quiet: true,
    nothrow: true,
  })`docker inspect --format ${format} ${ids}`;
  // What somebody removed since it was listed is nobody's any more.
  const wrong = stderr.split('\n').filter((line) => line !== '' && !line.includes('No such object'));
  if (wrong.length > 0) throw new Error(`expected docker to tell whose ${ids} are, got ${wrong.join('; ')}`);
  const own = stdout.split('\n').filter((line) => line.includes(`"pid":${pid},`));
  return own.flatMap((line) => line.split(' ', 1));
}
