import { $ } from 'zx';

/** Names of the containers that carry our label, of any run. */
export async function ownContainers(): Promise<readonly string[]> {
  const { stdout } = await $({ quiet: true })`docker ps -aq --no-trunc --filter label=guideproof.owner`;
  return stdout.split('\n').filter((id) => id !== '');
}

/** The only machine of a run, which others may be running beside. */
export async function machineOf(pid: number | undefined): Promise<string> {
  const format = '{{.ID}} {{.Label "guideproof.owner"}}';
  const { stdout } = await $({
    quiet: true,
  })`docker ps --no-trunc --filter label=guideproof.owner --format ${format}`;
  const [line, ...others] = stdout.split('\n').filter((one) => one.includes(`"pid":${pid},`));
  if (!line || others.length > 0) throw new Error(`expected one machine of process ${pid}, got:\n${stdout}`);
  return line.split(' ', 1).join();
}

/** Images that carry our label: snapshots of machines. */
export async function ownImages(): Promise<readonly string[]> {
  const { stdout } = await $({ quiet: true })`docker image ls -q --filter label=guideproof.owner`;
  return stdout.split('\n').filter((id) => id !== '');
}
