import type { Evidence } from '../model/evidence.ts';
import { readCommands } from '../transports/read-commands.ts';
import type { ReadTransport } from '../transports/read-transport.ts';
import { known, readEvidence, unknown, unusable } from './read-evidence.ts';

/** What one package database says of one package. */
export interface PackageState {
  readonly manager: 'dpkg' | 'rpm';
  readonly installed: boolean;
  /** `not-installed`, `config-files`, `half-configured`… in dpkg's words (dpkg-query(1), “db:Status-Status”). */
  readonly status: string;
  readonly version: string;
}

/** A package's state, or that the machine does not have the database's tool. */
export type PackageAnswer = Evidence<PackageState | 'no-such-tool'>;

interface Named {
  readonly package: string;
}

/** Asks dpkg's database, in which one package may stand for several architectures. Only `installed` is: `config-files` is what stays of a removed package. */
export function readDebianPackage(controller: ReadTransport, expected: Named): Promise<PackageAnswer> {
  const command = readCommands.debianPackage(expected.package);
  return readEvidence(controller, command, (result): PackageAnswer => {
    if (result.exitCode === 127) return known('no-such-tool');
    if (result.exitCode === 1 && /no packages found matching/.test(result.stderr))
      return known(absent('dpkg'));
    const lines = [...result.stdout.matchAll(/^([a-z-]+)\t(.*)$/gm)];
    const [, status, version] = lines.find((line) => line[1] === 'installed') ?? lines[0] ?? [];
    if (result.exitCode !== 0 || !status) return unknown(unusable(command, result));
    return known({ manager: 'dpkg', installed: status === 'installed', status, version: version ?? '' });
  });
}

/** Asks RPM's database. */
export function readRpmPackage(controller: ReadTransport, expected: Named): Promise<PackageAnswer> {
  const command = readCommands.rpmPackage(expected.package);
  return readEvidence(controller, command, (result): PackageAnswer => {
    if (result.exitCode === 127) return known('no-such-tool');
    if (result.exitCode === 1 && /^package \S+ is not installed$/m.test(result.stdout))
      return known(absent('rpm'));
    const version = result.stdout.trim().split('\n')[0];
    if (result.exitCode !== 0 || !version) return unknown(unusable(command, result));
    return known({ manager: 'rpm', installed: true, status: 'installed', version });
  });
}

function absent(manager: PackageState['manager']): PackageState {
  return { manager, installed: false, status: 'not-installed', version: '' };
}
