import type { Execute } from './wait-until-running.ts';

/** Whether the machine knows the packages that its mirror has now; if not, it goes by what its image knew. */
export type PackageIndex = { readonly fresh: true } | { readonly fresh: false; readonly reason: string };

/**
 * Refreshes the machine's package index; safe while it boots, for systemd empties /tmp then but not /var/tmp.
 * A failure is a result, and one line of progress.
 */
export async function refreshPackageIndex(
  execute: Execute,
  onProgress: (line: string) => void,
): Promise<PackageIndex> {
  try {
    const { exitCode, output } = await execute([
      'env',
      'TMPDIR=/var/tmp',
      'apt-get',
      'update',
      '--error-on=any',
    ]);
    if (exitCode === 0) return { fresh: true };
    return stale(
      output.split('\n').find((line) => /^[EW]: /.test(line)) ?? `exit code ${exitCode}`,
      onProgress,
    );
  } catch (error) {
    return stale(String(error), onProgress);
  }
}

function stale(reason: string, onProgress: (line: string) => void): PackageIndex {
  onProgress(`the package index could not be refreshed: ${reason}`);
  return { fresh: false, reason };
}
