import { locateGuide } from '../../guide/locate-guide.ts';
import { readGuide } from '../../guide/read-guide.ts';
import { openChapter } from '../../suites/open-chapter.ts';
import type { BenchSite } from './bench-site.ts';

/** A controller on which the chapter was followed. */
export interface AuditedController extends AsyncDisposable {
  /** The name of its container. */
  readonly name: string;
  /** What peers and `check` need in their environment: the way to the engine, and the password of `openstack`. */
  readonly environment: Readonly<Record<string, string>>;
}

/** For Ansible's modules, and for the sockets that testinfra looks at; a controller of OpenStack has them. */
const forPeers = ['python3', 'python3-apt', 'iproute2'];

/** Follows the chapter on Debian 12 as `verify` does, and installs there what peers need. */
export async function auditedController({ engine, say }: BenchSite): Promise<AuditedController> {
  const options = { keep: false, commandTimeoutMs: 300_000, standIns: 'never', requireReal: true } as const;
  const procedure = readGuide(locateGuide(undefined, 'debian'), 'debian');
  const input = { distribution: 'debian-12', procedure, engine, options };
  say('preparing a controller: the chapter is followed on Debian 12');
  const chapter = await openChapter(input, () => {}, new AbortController().signal);
  const { machine, transport } = chapter.controller;
  const close = () => chapter.controller[Symbol.asyncDispose]();
  try {
    await chapter.followed.finish();
    const install = ['apt-get', 'install', '--yes', '--no-install-recommends', ...forPeers];
    const { exitCode, stderr } = await transport.run(install, { timeoutMs: 300_000 });
    if (exitCode !== 0) throw new Error(`expected ${forPeers.join(', ')} on the controller, got: ${stderr}`);
  } catch (error) {
    await close();
    throw error;
  }
  return {
    name: machine.name,
    environment: { ...engine.environment, GUIDEPROOF_PASSWORD: chapter.password },
    [Symbol.asyncDispose]: close,
  };
}
