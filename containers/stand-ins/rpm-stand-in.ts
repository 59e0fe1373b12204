import { debian12 } from '../debian/distributions.ts';
import type { Layer, StandIn } from '../distribution.ts';
import { type Impersonation, osRelease } from './os-release.ts';

/** What a family of RPM distributions has of its own. */
interface RpmFamily {
  readonly tag: 'rdo' | 'obs';
  /** Debian's package of the program that installs RPMs. */
  readonly installer: 'dnf' | 'zypper';
  /** The units of Erlang's port mapper, as the family lays them out. */
  readonly units: readonly string[];
}

/** RPM's tools and the unpacked packages: the same for every family, so they are fetched once. */
const builder: Layer = {
  name: 'stand-in-rpm-builder',
  on: debian12,
  recipe: {
    containerfile: 'stand-ins/rpm-builder/Containerfile',
    files: ['stand-ins/rpm-builder/unpack-packages.sh', 'stand-ins/rpm-builder/runtime.spec'],
    buildArguments: {},
  },
};

const shared = ['make-controller.sh', 'broker.spec', 'root-file-system.spec', 'stand-in.repo'];

/**
 * A stand-in on which the family's real installer installs RPMs that were repacked from Debian's packages. Its services
 * are off until somebody enables them.
 */
export function rpmStandIn(
  distribution: string,
  { tag, installer, units }: RpmFamily,
  says: Omit<Impersonation, 'on'>,
): StandIn {
  return {
    truth: `${debian12.name} with the real ${installer} and RPM; the broker is Debian's, repacked as RPMs`,
    layer: {
      name: `stand-in-${distribution}`,
      on: builder,
      recipe: {
        containerfile: 'stand-ins/rpm/Containerfile',
        files: [
          ...shared.map((file) => `stand-ins/rpm/${file}`),
          ...[...units, 'rabbitmq-server.dependencies'].map((file) => `stand-ins/rpm/${tag}/${file}`),
        ],
        written: { 'os-release': osRelease({ ...says, on: debian12 }) },
        buildArguments: { FAMILY: tag, INSTALLER: installer },
      },
    },
  };
}
