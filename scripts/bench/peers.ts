import { execFile } from 'node:child_process';
import { createRequire } from 'node:module';
import { promisify } from 'node:util';
import { mayStart } from '../../containers/engine/open-engine.ts';
import type { BenchSite } from './bench-site.ts';

const execute = promisify(execFile);
const { resolve } = createRequire(import.meta.url);

/** Another tool, with the same requirements in its own words. */
interface Peer {
  readonly name: string;
  /** Debian's package. */
  readonly package: string;
  /** How many times as long as `check` it takes, at least. */
  readonly slower: number;
  commandLine(container: string, connection: string): readonly [string, ...string[]];
}

const peers: readonly Peer[] = [
  {
    name: 'testinfra',
    package: 'python3-testinfra',
    slower: 3,
    commandLine: (container, connection) => [
      'py.test-3',
      `--hosts=${connection}://${container}`,
      ...['-p', 'no:cacheprovider', resolve('#package/scripts/bench/peers/test_controller.py')],
    ],
  },
  {
    name: 'ansible',
    package: 'ansible',
    slower: 5,
    commandLine: (container, connection) => [
      ...(['ansible-playbook', '--check', '-i', `${container},`, '-c', connection] as const),
      resolve('#package/scripts/bench/peers/controller.yml'),
    ],
  },
];

/** The peers that are installed here, after installing what is missing where that can be done; says which are left out. */
export async function peersHere({ say }: Pick<BenchSite, 'say'>): Promise<readonly Peer[]> {
  const missing = await absent(peers);
  if (missing.length > 0 && mayStart()) await install(missing, say);
  const leftOut = await absent(missing);
  for (const peer of leftOut)
    say(
      `${peer.name} is left out, and its bound not shown: ${peer.package} is not installed (Debian, Ubuntu)`,
    );
  return peers.filter((peer) => !leftOut.includes(peer));
}

async function absent(wanted: readonly Peer[]): Promise<readonly Peer[]> {
  const runs = await Promise.allSettled(
    wanted.map(({ commandLine }) => execute(commandLine('', '')[0], ['--version'])),
  );
  return wanted.filter((_, index) => runs[index]?.status === 'rejected');
}

async function install(missing: readonly Peer[], say: BenchSite['say']): Promise<void> {
  const packages = missing.map((peer) => peer.package);
  say(`installing ${packages.join(' and ')} on this host, to compare with`);
  const args = ['install', '--yes', '--no-install-recommends', ...packages];
  await execute('apt-get', ['update']).catch(() => undefined);
  await execute('apt-get', args).catch((error: Error) => say(`apt-get: ${error.message}`));
}
