import type { Evidence } from '../model/evidence.ts';
import type { ReadTransport } from '../transports/read-transport.ts';
import { installerOf, readDistribution } from './distribution.ts';
import { noPackage } from './guide-silence.ts';
import { type PackageState, readDebianPackage, readRpmPackage } from './package-state.ts';
import { known, unknown } from './read-evidence.ts';
import { type Asking, defineRequirement, type Verdict } from './requirement.ts';

/** The message queue's package is installed, by dpkg or by RPM. */
export const packageInstalled = defineRequirement({
  id: 'package.installed',
  title: 'The message queue package is installed',
  severity: 'error',
  claim: 'package',
  needs: { keys: ['package'], otherwise: noPackage },
  gather: gatherPackage,
  judge: judgePackage,
});

interface PackageFact extends PackageState {
  /** The tool that the guide installs packages with here; absent when the machine does not say what it is. */
  readonly installer?: string;
}

/**
 * Asks both databases, since a machine may have the tools of both: the one that has the package is right, and the
 * package is missing only when every database that the machine has says so.
 */
async function gatherPackage(
  controller: ReadTransport,
  expected: Asking<'package'>,
): Promise<Evidence<PackageFact>> {
  const [{ tag }, ...answers] = await Promise.all([
    readDistribution(controller),
    readDebianPackage(controller, expected),
    readRpmPackage(controller, expected),
  ]);
  const installer = tag && { installer: installerOf[tag] };
  const states = answers.flatMap((answer) =>
    answer.known && answer.value !== 'no-such-tool' ? [answer.value] : [],
  );
  const installed = states.find((state) => state.installed);
  if (installed) return known({ ...installed, ...installer });
  const unread = answers.find((answer) => !answer.known);
  if (unread && !unread.known) return unread;
  const own =
    states.find(({ manager }) => manager === (installer?.installer === 'apt-get' ? 'dpkg' : 'rpm')) ??
    states[0];
  return own ? known({ ...own, ...installer }) : unknown('neither dpkg-query nor rpm is there');
}

function judgePackage(state: PackageFact, { package: name }: Asking<'package'>): Verdict {
  const expected = `package ${name} is installed`;
  if (state.installed)
    return { outcome: 'pass', expected, actual: `${name} ${state.version} (${state.manager})` };
  const installer = state.installer ?? (state.manager === 'dpkg' ? 'apt-get' : 'yum');
  const said = `${state.status} in the ${state.manager} database`;
  const actual =
    state.status === 'config-files'
      ? `${name} was removed, and left its configuration behind (${said})`
      : `${name} is ${said}`;
  return { outcome: 'fail', expected, actual, fix: `${installer} install ${name}` };
}
