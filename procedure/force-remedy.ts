import type { Command, Remedy } from '../model/procedure.ts';
import { writeFile } from './edit-file.ts';
import { editIni } from './edit-ini.ts';
import { record, runOnMachine } from './run-on-machine.ts';
import type { Workplace } from './workplace.ts';

/** Whether the trouble could be brought about: then what the failing start printed, otherwise why not. */
export type ForcedTrouble =
  | { readonly arose: true; readonly printed: string }
  | { readonly arose: false; readonly reason: string };

const loopbackOnly = ['[Socket]', 'ListenStream=127.0.0.1:4369'];

/**
 * Brings about, on a machine where the service runs, the trouble that openSUSE has by nature: epmd, which systemd starts by
 * a socket, listens on 127.0.0.1 alone, while the node's name stands for another address. What is changed is the socket that
 * the remedy itself copies or edits, where the distribution keeps it. Fit for a disposable machine only.
 */
export async function forceTrouble(
  remedy: Remedy,
  { id, where }: Command,
  unit: string,
  workplace: Workplace,
): Promise<ForcedTrouble> {
  const path = socketFile(remedy, workplace);
  if (path === undefined)
    return { arose: false, reason: 'the remedy copies and edits no socket of systemd’s' };
  const read = await runOnMachine(['cat', '--', path], workplace);
  if (read.exitCode !== 0) return { arose: false, reason: read.text.trim() };
  const socket = path.split('/').at(-1) ?? '';
  const run = async (argv: readonly string[]) => {
    const done = await runOnMachine(argv, workplace);
    record(id, done, workplace);
    return done;
  };
  const listenAs = async (text: string) => {
    await writeFile(path, text, workplace);
    await run(['systemctl', 'daemon-reload']);
    await run(['systemctl', 'stop', unit]);
    await run(['systemctl', 'stop', socket, socket.replace('.socket', '.service')]);
    // A broker that found no epmd has started one of its own, which nothing of systemd's ends.
    await run(['epmd', '-kill']);
    await run(['systemctl', 'start', socket]);
    return run(['systemctl', 'start', unit]);
  };
  const start = await listenAs(editIni(read.stdout, loopbackOnly, 'replaced').text);
  const limited = `epmd limited to 127.0.0.1 (in ${path})`;
  if (start.exitCode === 0) {
    await listenAs(read.stdout);
    return { arose: false, reason: `with ${limited} the service starts all the same` };
  }
  const text = `the service started; it was stopped and ${limited}, so that the remedy could be tried`;
  workplace.ledger.add({ id: 'remedy.forced', text, where });
  return { arose: true, printed: start.text };
}

function socketFile({ actions }: Remedy, { substitute }: Workplace): string | undefined {
  const files = actions.flatMap((action) => {
    if (action.kind === 'copy-file') return [action.source];
    return action.kind === 'edit-file' ? [action.path] : [];
  });
  return files.map(substitute).find((file) => /\/systemd\/system\/[^/]+\.socket$/.test(file));
}
