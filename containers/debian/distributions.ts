import type { AptArchive, Distribution } from '../distribution.ts';
import { aptInit, aptRefresh } from './apt.ts';

const mirror = 'http://deb.debian.org/debian';
const securityMirror = 'http://deb.debian.org/debian-security';

interface Release {
  readonly version: string;
  readonly codename: string;
  /** A stable release has a security and an update suite; sid has neither. */
  readonly stable: boolean;
}

/** Debian 12, which other distributions' stand-ins are made of. */
export const debian12 = debian({ version: '12', codename: 'bookworm', stable: true });

/** Debian 13, which other distributions' stand-ins are made of. */
export const debian13 = debian({ version: '13', codename: 'trixie', stable: true });

/** Debian's releases; bullseye's suites are still on the main mirrors, its security suite without an end of validity. */
export const debianDistributions: readonly Distribution[] = [
  debian({ version: '11', codename: 'bullseye', stable: true }),
  debian12,
  debian13,
  debian({ version: 'sid', codename: 'sid', stable: false }),
];

function debian(release: Release): Distribution {
  const { version, codename, stable } = release;
  const expired = {
    id: 'image.expired-index',
    text: 'apt was told to accept a package index past its Valid-Until date, as mirrors of sid may lag behind.',
  };
  return {
    id: `debian-${version}`,
    tag: 'debian',
    name: stable ? `Debian ${version} (${codename})` : `Debian ${codename} (unstable)`,
    reference: `docker.io/library/debian:${codename}`,
    archive: archiveOf(release),
    recipe: {
      containerfile: 'debian/Containerfile',
      files: ['boot.sh'],
      buildArguments: { CHECK_VALID_UNTIL: stable ? 'true' : 'false' },
    },
    accommodations: stable ? [aptInit] : [aptInit, expired],
    refreshIndex: aptRefresh,
  };
}

function archiveOf({ codename, stable }: Release): AptArchive {
  const updates = [
    `deb ${mirror} ${codename}-updates main`,
    `deb ${securityMirror} ${codename}-security main`,
  ];
  return {
    mirror,
    suite: codename,
    sources: [`deb ${mirror} ${codename} main`, ...(stable ? updates : [])],
    keyring: 'debian-archive-keyring',
    mayBeExpired: !stable,
  };
}
