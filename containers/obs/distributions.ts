import type { Distribution } from '../distribution.ts';
import { maskedUnits } from '../masked-units.ts';
import { rpmStandIn } from '../stand-ins/rpm-stand-in.ts';

interface Release {
  readonly id: string;
  readonly name: string;
  readonly image: string;
  /** What the release calls itself in os-release(5). */
  readonly osId: string;
  readonly version: string;
  /** The project of the Open Build Service that the guide has its reader add; absent where it names none. */
  readonly repository?: string;
}

/**
 * openSUSE, set up as the guide's own chapter on packages has it (openstack-manuals, environment-packages-obs.rst):
 * `zypper addrepo -f obs://Cloud:OpenStack:…`. The latest project that builds for Leap 15.6 is 2024.2. Tumbleweed has
 * rabbitmq-server in its own repository, and the guide names no project for it.
 */
export const obsDistributions: readonly Distribution[] = [
  {
    id: 'opensuse-leap-15.6',
    name: 'openSUSE Leap 15.6',
    image: 'leap:15.6',
    osId: 'opensuse-leap',
    version: '15.6',
    repository: 'obs://Cloud:OpenStack:2024.2/15.6',
  },
  {
    id: 'opensuse-tumbleweed',
    name: 'openSUSE Tumbleweed',
    image: 'tumbleweed:latest',
    osId: 'opensuse-tumbleweed',
    version: '',
  },
].map(opensuse);

function opensuse({ id, name, image, osId, version, repository = '' }: Release): Distribution {
  return {
    id,
    tag: 'obs',
    name,
    reference: `registry.opensuse.org/opensuse/${image}`,
    recipe: {
      containerfile: 'obs/Containerfile',
      files: ['boot.sh'],
      buildArguments: { REPOSITORY: repository },
    },
    accommodations: [
      {
        id: 'image.init',
        text: 'systemd, dbus-1, util-linux, procps and hostname were installed: a container image lacks what a server has.',
      },
      maskedUnits,
      ...(repository === ''
        ? []
        : [
            {
              id: 'image.repositories',
              text: `${repository} was added and its key taken, as the guide's earlier chapter on packages asks for.`,
            },
          ]),
    ],
    standIn: rpmStandIn(
      id,
      { tag: 'obs', installer: 'zypper', units: ['epmd.socket', 'epmd.service'] },
      { id: osId, like: 'opensuse suse', version, name },
    ),
  };
}
