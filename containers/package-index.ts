import type { Execute } from './wait-until-running.ts';

/** Whether the machine knows the packages that its mirror has now; if not, it goes by what its image knew. */
export type PackageIndex = { readonly fresh: true } | { readonly fresh: false; readonly reason: string };

/** Refreshes the machine's package index by its distribution's own command, which must be safe while it boots. */
export async function refreshPackageIndex(
  execute: Execute,
  command: readonly string[],
): Promise<PackageIndex> {
  try {
    const { exitCode, output } = await execute([...command]);
    if (exitCode === 0) return { fresh: true };
    const said = output.split('\n').find((line) => /^[EW]: /.test(line));
    return { fresh: false, reason: said ?? `${command.join(' ')} ended with exit code ${exitCode}` };
  } catch (error) {
    return { fresh: false, reason: String(error) };
  }
}
