import type { Command } from '../model/procedure.ts';
import type { ToldTrouble } from './remedy-condition.ts';
import { record, runOnMachine } from './run-on-machine.ts';
import type { Workplace } from './workplace.ts';

/**
 * Asks the broker's own tool why the service does not run, as a reader has to whose `systemctl start` only says that it
 * failed. The tool is asked plainly: told not to start epmd, it would blame epmd for any other trouble as well.
 */
export async function diagnose({ id, where }: Command, workplace: Workplace): Promise<ToldTrouble> {
  const status = await runOnMachine(['rabbitmqctl', 'status'], workplace);
  record(id, status, workplace);
  const text =
    'asked `rabbitmqctl status` which error it is, since starting the service only says that it failed';
  workplace.ledger.add({ id: 'remedy.diagnosed', text, where });
  const { exitCode, stdout } = await runOnMachine(['rabbitmqctl', 'version'], workplace);
  const version = exitCode === 0 ? /\d+\.\d+\.\d+\S*/.exec(stdout)?.[0] : undefined;
  return { text: status.text, ...(version !== undefined && { version }) };
}
