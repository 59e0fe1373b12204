import type { DistributionTag } from '../model/distribution.ts';
import { readCommands } from '../transports/read-commands.ts';
import type { ReadTransport } from '../transports/read-transport.ts';
import { known, readEvidence, unknown } from './read-evidence.ts';

/** What a machine calls itself, and which of the guide's readers its operator is; either may be missing. */
export interface Distribution {
  /** The name a person knows, such as “Debian GNU/Linux 12 (bookworm)”. */
  readonly name?: string;
  readonly tag?: DistributionTag;
}

/** The tool that the guide installs packages with, for each of its readers. */
export const installerOf = {
  ubuntu: 'apt-get',
  debian: 'apt-get',
  rdo: 'yum',
  obs: 'zypper',
} as const satisfies Record<DistributionTag, string>;

/** Names by which distributions call themselves or what they are like (os-release(5), `ID` and `ID_LIKE`). */
const tagOf: ReadonlyMap<string, DistributionTag> = new Map([
  ['ubuntu', 'ubuntu'],
  ['debian', 'debian'],
  ['fedora', 'rdo'],
  ['rhel', 'rdo'],
  ['centos', 'rdo'],
  ['suse', 'obs'],
  ['opensuse', 'obs'],
  ['sles', 'obs'],
]);

/** Reads which distribution a machine is; a machine that does not say gives neither name nor tag. */
export async function readDistribution(controller: ReadTransport): Promise<Distribution> {
  const evidence = await readEvidence(controller, readCommands.osRelease(), ({ stdout }) =>
    stdout === '' ? unknown('os-release is empty') : known(parseDistribution(stdout)),
  );
  return evidence.known ? evidence.value : {};
}

/** `ID` comes first, then `ID_LIKE`, which is ordered by closeness. */
function parseDistribution(osRelease: string): Distribution {
  const [name, id = '', like = ''] = ['PRETTY_NAME', 'ID', 'ID_LIKE'].map((key) => assigned(osRelease, key));
  const tag = [id, ...like.split(/\s+/)].map((word) => tagOf.get(word)).find((found) => found !== undefined);
  return { ...(name && { name }), ...(tag && { tag }) };
}

/** Values are quoted as for a shell (os-release(5)). */
function assigned(osRelease: string, key: string): string | undefined {
  const value = new RegExp(`^${key}=(.*)$`, 'm').exec(osRelease)?.[1]?.trim();
  return value?.replace(/^(["'])(.*)\1$/, '$2').replace(/\\(["'`$\\])/g, '$1');
}
