/** How a package manager gets an engine onto this machine. */
export interface Installation {
  readonly manager: 'apt-get' | 'dnf' | 'zypper';
  readonly packages: readonly string[];
  /** Packages that only some releases have: Debian 13 has the docker program in one of its own. */
  readonly optional: readonly string[];
  /** What it roughly downloads. */
  readonly size: string;
  /** What a user who is not root types instead. */
  readonly byHand: string;
}

const joinGroup = 'sudo usermod -aG docker $USER';

const aptGet: Installation = {
  manager: 'apt-get',
  packages: ['docker.io', 'iproute2', 'ca-certificates'],
  optional: ['docker-cli'],
  size: 'about 70 MB',
  byHand: `sudo apt-get install docker.io && ${joinGroup}`,
};

const fedora: Installation = {
  manager: 'dnf',
  packages: ['moby-engine', 'docker-cli', 'iproute'],
  optional: [],
  size: 'about 100 MB',
  byHand: `sudo dnf install moby-engine docker-cli && sudo systemctl enable --now docker && ${joinGroup}`,
};

/** Red Hat Enterprise Linux and its relatives ship no dockerd. */
const redHat: Installation = {
  manager: 'dnf',
  packages: ['podman'],
  optional: [],
  size: 'about 50 MB',
  byHand: 'sudo dnf install podman && systemctl --user start podman.socket',
};

const zypper: Installation = {
  manager: 'zypper',
  packages: ['docker', 'iproute2', 'ca-certificates'],
  optional: [],
  size: 'about 100 MB',
  byHand: `sudo zypper install docker && sudo systemctl enable --now docker && ${joinGroup}`,
};

/** How to install an engine where these package managers are found; `osRelease` is the text of os-release(5). */
export function chooseInstallation(managers: readonly string[], osRelease: string): Installation | undefined {
  const dnf = /^ID="?fedora"?$/m.test(osRelease) ? fedora : redHat;
  return [aptGet, dnf, zypper].find(({ manager }) => managers.includes(manager));
}

/** The command that installs `packages` without a question. */
export function installCommand(
  manager: Installation['manager'],
  packages: readonly string[],
): readonly string[] {
  const apt = [
    '-y',
    '-q',
    '--no-install-recommends',
    '-o',
    'Dpkg::Use-Pty=0',
    '-o',
    'DPkg::Lock::Timeout=300',
  ];
  const keepSettings = ['-o', 'Dpkg::Options::=--force-confold'];
  const commands = {
    'apt-get': ['apt-get', 'install', ...apt, ...keepSettings],
    dnf: ['dnf', 'install', '-y'],
    zypper: ['zypper', '--non-interactive', 'install', '--no-recommends'],
  } satisfies Record<Installation['manager'], readonly string[]>;
  return [...commands[manager], ...packages];
}
