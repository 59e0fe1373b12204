import type { Evidence } from '../model/evidence.ts';
import { readCommands } from '../transports/read-commands.ts';
import type { ReadTransport } from '../transports/read-transport.ts';
import { known, readEvidence, unknown, unusable } from './read-evidence.ts';

/** What systemd says of a unit, in its own words (systemctl(1), org.freedesktop.systemd1(5)). */
export interface UnitState {
  readonly load: string;
  readonly active: string;
  readonly sub: string;
  /** Empty where systemd knows no unit file. */
  readonly file: string;
  /** Process id of the service's main process; absent while it has none. */
  readonly mainPid?: string;
  /** The unit's file on disk is no longer the one that systemd has read. */
  readonly outdated: boolean;
}

/** Reads the state of the service's unit. */
export function readUnitState(
  controller: ReadTransport,
  { service }: { readonly service: string },
): Promise<Evidence<UnitState>> {
  const command = readCommands.unit(service);
  return readEvidence(controller, command, (result) => {
    const properties = parseProperties(result.stdout);
    const [load, active, sub] = ['LoadState', 'ActiveState', 'SubState'].map((name) => properties.get(name));
    if (result.exitCode !== 0 || !load || !active || !sub) return unknown(unusable(command, result));
    const outdated = properties.get('NeedDaemonReload') === 'yes';
    const pid = properties.get('MainPID') ?? '0';
    const mainPid = pid === '0' ? {} : { mainPid: pid };
    return known({ load, active, sub, file: properties.get('UnitFileState') ?? '', ...mainPid, outdated });
  });
}

function parseProperties(text: string): ReadonlyMap<string, string> {
  const pairs = text.split('\n').map((line): [string, string] => {
    const at = line.indexOf('=');
    return [line.slice(0, at), line.slice(at + 1).trim()];
  });
  return new Map(pairs);
}
