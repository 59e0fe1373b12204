import { readCommands } from '../transports/read-commands.ts';
import type { ReadTransport } from '../transports/read-transport.ts';
import { known, readEvidence, unknown } from './read-evidence.ts';

/** The tool that the guide installs packages with. */
export type Installer = 'apt-get' | 'yum' | 'zypper';

/** Names by which distributions call themselves or what they are like (os-release(5), `ID` and `ID_LIKE`). */
const installerOf: ReadonlyMap<string, Installer> = new Map([
  ['debian', 'apt-get'],
  ['ubuntu', 'apt-get'],
  ['fedora', 'yum'],
  ['rhel', 'yum'],
  ['centos', 'yum'],
  ['suse', 'zypper'],
  ['opensuse', 'zypper'],
  ['sles', 'zypper'],
]);

/** Reads with which tool the guide would install packages here; `undefined` when the machine does not say. */
export async function readInstaller(controller: ReadTransport): Promise<Installer | undefined> {
  const evidence = await readEvidence(controller, readCommands.osRelease(), ({ stdout }) => {
    const found = distributionNames(stdout).flatMap((name) => installerOf.get(name) ?? []);
    return found[0] === undefined
      ? unknown('os-release names no distribution of the guide')
      : known(found[0]);
  });
  return evidence.known ? evidence.value : undefined;
}

/** `ID` first, then `ID_LIKE`, which is ordered by closeness. */
function distributionNames(osRelease: string): readonly string[] {
  return ['ID', 'ID_LIKE'].flatMap((key) => {
    const value = new RegExp(`^${key}=["']?([^"'\\n]*)`, 'm').exec(osRelease)?.[1] ?? '';
    return value.split(/\s+/);
  });
}
