import { readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { type CheckCase, type CheckScene, everything, rabbitmqctl, unaskable, wire } from './check-case.ts';

const docs = createRequire(import.meta.url).resolve('#package/docs/check.md');

/** Lets the user's ssh know a machine, by a name that is not the container's, and gives the TARGET. */
const ssh =
  (login: string, { key = 'key', known = 'known_hosts' } = {}) =>
  async ({ machine, client }: Omit<CheckScene, 'start'>): Promise<string> => {
    const name = `${machine.name.replaceAll('_', '-')}-${key}-${known.replaceAll('_', '-')}`;
    const settings = [
      ...[`Host ${name}`, `HostName ${machine.address}`, 'HostKeyAlias controller', 'IdentitiesOnly yes'],
      ...[`IdentityFile ${client.folder}/${key}`, `UserKnownHostsFile ${client.folder}/${known}`],
    ];
    await writeFile(join(client.folder, 'hosts', name), `${settings.join('\n')}\n`);
    return `ssh://${login}@${name}`;
  };

/** Grants what the manual says is enough. */
const granted = async ({ machine }: CheckScene) => {
  const [, lines = ''] = /```sudoers\n([\s\S]*?)```/.exec(await readFile(docs, 'utf8')) ?? [];
  const file = '/etc/sudoers.d/guideproof';
  await machine.run(
    `cat > ${file} <<'EOF'\n${lines.replaceAll(/^\w+ /gm, 'ops ')}\nEOF\nvisudo -c -q -f ${file}`,
  );
};

/** Joins another node, which then stops. */
const halfOfCluster = async (scene: CheckScene) => {
  const other = await scene.start('controller2');
  await scene.machine.meet(other, 'controller2');
  await rabbitmqctl('stop_app', 'reset', 'join_cluster rabbit@controller', 'start_app')({ machine: other });
  await other.run('systemctl stop rabbitmq-server');
};

/** Controllers that are reached by ssh or AMQP, or that are not alone. */
export const elsewhereCases: readonly CheckCase[] = [
  { name: 'healthy, by ssh as root', target: ssh('root'), fails: [], unchecked: [] },
  {
    name: 'sudo refused',
    target: ssh('ops'),
    fails: [],
    unchecked: [...unaskable, 'cookie.private'],
    says: 'sudo said "a password is required"',
  },
  { name: 'sudo granted as the manual says', breaks: granted, target: ssh('ops'), fails: [], unchecked: [] },
  {
    name: 'ssh key refused',
    target: ssh('root', { key: 'stranger' }),
    fails: [],
    unchecked: everything,
    says: /the log-in was refused: ssh says .*Permission denied/,
  },
  {
    name: 'host key changed',
    target: ssh('root', { known: 'changed_hosts' }),
    fails: [],
    unchecked: everything,
    says: 'the host key has changed, so nothing was run: another machine may be answering in its place',
  },
  {
    name: 'host key never seen',
    target: ssh('root', { known: 'no_hosts' }),
    fails: [],
    unchecked: everything,
    says: 'the host key is not known or not accepted',
  },
  {
    name: 'AMQP blackholed, by ssh',
    breaks: ({ machine }) => machine.swallow(5672),
    target: ssh('root'),
    timeout: 12,
    fails: [],
    unchecked: ['listener.amqp', ...wire],
    says: /could not be reached: no answer in time.*on the machine itself: listening on ::/,
  },
  {
    name: 'AMQP blackholed, by the wire',
    breaks: ({ machine }) => machine.swallow(5672),
    target: ({ machine }) => `amqp://${machine.address}`,
    timeout: 12,
    mended: ['guest.absent', 'tls.listener', 'limits.file-descriptors'],
    fails: [],
    unchecked: ['listener.amqp', ...wire],
    says: 'could not be reached: no answer in time; a firewall on the way looks the same from here',
  },
  {
    name: 'cluster of two with one node down',
    breaks: halfOfCluster,
    fails: [],
    unchecked: ['alarms.none'],
    says: 'not running: rabbit@controller2 of the same cluster',
  },
];
