import type { Remedy, Step } from '../model/procedure.ts';
import type { Answer } from './fake-machine.fixture.ts';

const where = { file: 'guide.rst', line: 46 };
const packaged = '/usr/lib/systemd/system/epmd.socket';
const own = '/etc/systemd/system/epmd.socket';
const start = {
  kind: 'command',
  id: 'step.2.1',
  text: '# systemctl start rabbitmq-server.service',
  command: 'systemctl start rabbitmq-server.service',
  prompt: '#',
  where,
} as const;

/** The chapter's second step on openSUSE, its remedy worded as the test wants. */
export function startStep(lines: readonly string[], more: Partial<Remedy> = {}): Step {
  const remedy: Remedy = {
    kind: 'remedy',
    text: 'In case the message queue service does not start and returns a nodedown error, perform the following actions:',
    where: { ...where, line: 50 },
    symptom: 'nodedown',
    actions: [
      {
        kind: 'copy-file',
        id: 'remedy.2.1',
        text: `Copy the ${packaged} file to the /etc/systemd/system directory.`,
        where: { ...where, line: 53 },
        source: packaged,
        destination: '/etc/systemd/system',
      },
      {
        kind: 'edit-file',
        id: 'remedy.2.2',
        text: `Edit the ${own} file to contain the following:`,
        where: { ...where, line: 56 },
        path: own,
        language: 'ini',
        lines,
      },
      {
        kind: 'explanation',
        text: 'Replace IP with the address of the management network interface.',
        where: { ...where, line: 65 },
        replaceable: 'IP',
      },
      {
        kind: 'start-service',
        id: 'remedy.2.3',
        text: 'Start the message queue service again.',
        where: { ...where, line: 68 },
        again: true,
      },
    ],
    ...more,
  };
  return { number: 2, title: 'Start the message queue service', where, actions: [start, remedy] };
}

/** How a remedy reads when it is right: what is there stays, and both lists are said to be loaded. */
export const adding = ['[Socket]', '...', 'ListenStream=IP:4369'];
export const replacing = ['[Socket]', 'ListenStream=IP:4369'];

/** The files of such a machine; `listens` is where its packaged socket listens. */
export function suseFiles(listens = '127.0.0.1:4369'): Readonly<Record<string, string>> {
  return { [packaged]: `[Socket]\nListenStream=${listens}\nAccept=false\n` };
}

/**
 * Plays systemd and the broker as an openSUSE has them: a unit's file counts after daemon-reload, its addresses after a restart of
 * the socket, and the broker starts when epmd answers both on 127.0.0.1 and on the address of the node.
 */
export function fakeSuse(status: string): (line: string, files: Map<string, string>) => Answer {
  let loaded: string | undefined;
  let listening: string | undefined;
  return (line, files) => {
    const file = files.get(own) ?? files.get(packaged) ?? '';
    loaded ??= file;
    listening ??= loaded;
    if (line === 'systemctl daemon-reload') loaded = file;
    if (/^systemctl (?:re)?start epmd\.socket$/.test(line)) listening = loaded;
    const answers = (address: string) =>
      new RegExp(`^ListenStream=(?:${address}:)?4369$`, 'm').test(listening ?? '');
    const runs = answers('127\\.0\\.0\\.1') && answers('10\\.0\\.0\\.11');
    if (/^systemctl (?:start|is-active) rabbitmq-server\.service$/.test(line) && !runs)
      return { exitCode: 1, stderr: 'Job for rabbitmq-server.service failed.\n' };
    if (line === 'rabbitmqctl status') return { exitCode: 69, stderr: status };
    return line === 'rabbitmqctl version' ? { stdout: '3.10.8\n' } : {};
  };
}
