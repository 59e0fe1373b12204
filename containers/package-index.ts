import type { Execute } from './wait-until-running.ts';

/** Whether the machine knows the packages that its mirror has now; if not, it goes by what its image knew. */
export type PackageIndex = { readonly fresh: true } | { readonly fresh: false; readonly reason: string };

/** Refreshes the machine's package index; safe while it boots, for systemd empties /tmp then but not /var/tmp. */
export async function refreshPackageIndex(execute: Execute): Promise<PackageIndex> {
  try {
    const update = ['env', 'TMPDIR=/var/tmp', 'apt-get', 'update', '--error-on=any'];
    const { exitCode, output } = await execute(update);
    if (exitCode === 0) return { fresh: true };
    const said = output.split('\n').find((line) => /^[EW]: /.test(line));
    return { fresh: false, reason: said ?? `apt-get update ended with exit code ${exitCode}` };
  } catch (error) {
    return { fresh: false, reason: String(error) };
  }
}
