import type { AptArchive, Distribution } from '../distribution.ts';

const mirror = 'http://deb.debian.org/debian';
const securityMirror = 'http://deb.debian.org/debian-security';

interface Release {
  readonly version: string;
  readonly codename: string;
  /** A stable release has a security and an update suite; sid has neither. */
  readonly stable: boolean;
}

/** Debian's releases; bullseye's suites are still on the main mirrors, its security suite without an end of validity. */
export const debianDistributions: readonly Distribution[] = [
  { version: '11', codename: 'bullseye', stable: true },
  { version: '12', codename: 'bookworm', stable: true },
  { version: '13', codename: 'trixie', stable: true },
  { version: 'sid', codename: 'sid', stable: false },
].map(debian);

function debian(release: Release): Distribution {
  const { version, codename, stable } = release;
  return {
    id: `debian-${version}`,
    tag: 'debian',
    name: stable ? `Debian ${version} (${codename})` : `Debian ${codename} (unstable)`,
    codename,
    reference: `docker.io/library/debian:${codename}`,
    archive: archiveOf(release),
    recipe: {
      containerfile: 'debian/Containerfile',
      buildArguments: { CHECK_VALID_UNTIL: stable ? 'true' : 'false' },
    },
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
