import type { Distribution } from '../distribution.ts';
import { maskedUnits } from '../masked-units.ts';
import { rpmStandIn } from '../stand-ins/rpm-stand-in.ts';

interface Release {
  readonly version: string;
  /** The package that enables the repository which the broker comes from. */
  readonly repository: string;
}

/**
 * CentOS Stream, set up as the guide's own chapter on packages has it (openstack-manuals, environment-packages-rdo.rst):
 * CRB and `centos-release-openstack-…` from `extras`, EPEL off. The Cloud SIG's latest release for Stream 9 is Epoxy, which
 * brings the Messaging SIG's repository along. For Stream 10 the Cloud SIG has published no OpenStack (its folder on
 * mirror.stream.centos.org holds OKD alone), so there it is the Messaging SIG's own repository of RabbitMQ 4.
 */
export const rdoDistributions: readonly Distribution[] = [
  { version: '9', repository: 'centos-release-openstack-epoxy' },
  { version: '10', repository: 'centos-release-rabbitmq-4' },
].map(centos);

function centos({ version, repository }: Release): Distribution {
  const id = `centos-stream${version}`;
  const name = `CentOS Stream ${version}`;
  return {
    id,
    tag: 'rdo',
    name,
    reference: `quay.io/centos/centos:stream${version}`,
    recipe: {
      containerfile: 'rdo/Containerfile',
      files: ['boot.sh'],
      buildArguments: { REPOSITORY: repository },
    },
    accommodations: [
      {
        id: 'image.init',
        text: 'systemd, dbus, util-linux, procps-ng, hostname and dnf-plugins-core were installed: a container image lacks what a server has.',
      },
      maskedUnits,
      {
        id: 'image.repositories',
        text: `CRB and ${repository} were enabled, as the guide's earlier chapter on packages asks for.`,
      },
    ],
    standIn: rpmStandIn(
      id,
      { tag: 'rdo', installer: 'dnf', units: ['epmd@.socket', 'epmd@.service'] },
      { id: 'centos', like: 'rhel fedora', version, name },
    ),
  };
}
