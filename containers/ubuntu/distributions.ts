import { aptInit, aptRefresh } from '../debian/apt.ts';
import { debian12, debian13 } from '../debian/distributions.ts';
import type { AptArchive, Distribution } from '../distribution.ts';
import { osRelease } from '../stand-ins/os-release.ts';

const mirror = 'http://archive.ubuntu.com/ubuntu';
const securityMirror = 'http://security.ubuntu.com/ubuntu';

interface Release {
  readonly version: string;
  readonly codename: string;
  /** The release of Debian that is nearest to it in time. */
  readonly nearest: Distribution;
}

/** Ubuntu's long-term releases. */
export const ubuntuDistributions: readonly Distribution[] = [
  { version: '22.04', codename: 'jammy', nearest: debian12 },
  { version: '24.04', codename: 'noble', nearest: debian13 },
].map(ubuntu);

function ubuntu({ version, codename, nearest }: Release): Distribution {
  const id = `ubuntu-${version}`;
  const name = `Ubuntu ${version}`;
  return {
    id,
    tag: 'ubuntu',
    name,
    reference: `docker.io/library/ubuntu:${version}`,
    archive: archiveOf(codename),
    recipe: {
      containerfile: 'debian/Containerfile',
      files: ['boot.sh'],
      buildArguments: { CHECK_VALID_UNTIL: 'true' },
    },
    accommodations: [aptInit],
    refreshIndex: aptRefresh,
    standIn: {
      truth: `${nearest.name} that calls itself Ubuntu; apt, its packages and the broker are Debian's`,
      layer: {
        name: `stand-in-${id}`,
        on: nearest,
        recipe: {
          containerfile: 'stand-ins/apt/Containerfile',
          files: [],
          written: { 'os-release': osRelease({ id: 'ubuntu', like: 'debian', version, name, on: nearest }) },
          buildArguments: {},
        },
      },
    },
  };
}

/**
 * rabbitmq-server and Erlang are in `main`; a server has `universe` as well, so it stays. The cloud archive is only for
 * those who want a later OpenStack than their release brings (openstack-manuals, environment-packages-ubuntu.rst).
 */
function archiveOf(codename: string): AptArchive {
  const components = 'main universe';
  return {
    mirror,
    suite: codename,
    sources: [
      `deb ${mirror} ${codename} ${components}`,
      `deb ${mirror} ${codename}-updates ${components}`,
      `deb ${securityMirror} ${codename}-security ${components}`,
    ],
    keyring: 'ubuntu-keyring',
    mayBeExpired: false,
  };
}
