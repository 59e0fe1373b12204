import type { Evidence } from '../model/evidence.ts';
import { readCommands } from '../transports/read-commands.ts';
import type { ReadTransport } from '../transports/read-transport.ts';
import { known, readEvidence, unknown, unusable } from './read-evidence.ts';

/** One setting of the broker's, as a file has it; the broker may have been started before the file was changed. */
export interface BrokerSetting {
  readonly file: string;
  readonly key: string;
  /** Absent where the file is in Erlang's own form, of which no more is read than the setting's name. */
  readonly value?: string;
}

/** Reads who is kept to this machine and whether transient queues are let in, out of everything under /etc/rabbitmq. */
export function readBrokerSettings(controller: ReadTransport): Promise<Evidence<readonly BrokerSetting[]>> {
  const command = readCommands.brokerSettings();
  return readEvidence(controller, command, (result) => {
    const missing = /grep: \/etc\/rabbitmq: No such file or directory/.test(result.stderr);
    // grep ends with 1 where nothing matches.
    if (result.exitCode > 1 && !missing) return unknown(unusable(command, result));
    return known(result.stdout.split('\n').flatMap(parseSetting));
  });
}

function parseSetting(line: string): readonly BrokerSetting[] {
  const [, file, text] = /^([^:]+):(.*)$/.exec(line) ?? [];
  const [, key, rest] = /([a-z_]+(?:\.[^\s=]+)*)\s*(=>?.*)?$/.exec(text ?? '') ?? [];
  if (!file || !key) return [];
  const value = rest?.startsWith('=>') ? undefined : rest?.slice(1).trim();
  return [{ file, key, ...(value && { value }) }];
}
