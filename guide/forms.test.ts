import { expect, test } from 'vitest';
import type { DistributionTag } from '../model/distribution.ts';
import { outline } from './outline.fixture.ts';
import { readGuide } from './read-guide.ts';

const read = (name: string, tag: DistributionTag = 'debian') => readGuide(`guide/fixtures/${name}.rst`, tag);
const said = (name: string, tag?: DistributionTag) => outline(read(name, tag));

test('only expressions decide by indentation, whatever the closing comments say', () => {
  const forDebian = [
    '1 Fetch the broker :9',
    'step.1.1 # apt install rabbitmq-server :15',
    '2 Look after it :55',
    'step.2.1 # rabbitmqctl status :59',
  ];
  expect(said('only-expressions', 'debian')).toEqual(forDebian);
  expect(said('only-expressions', 'ubuntu')).toEqual(forDebian);
  const on = ['2 Switch it on :41', 'step.2.1 # systemctl enable --now rabbitmq-server.service :45'];
  const first = '1 Fetch the broker :9';
  expect(said('only-expressions', 'rdo')).toEqual([
    first,
    'step.1.1 # dnf install rabbitmq-server :27',
    ...on,
  ]);
  expect(said('only-expressions', 'obs')).toEqual([
    first,
    'step.1.1 # zypper install rabbitmq-server :33',
    ...on,
  ]);
});

test.each([
  ['debian', [1, 2, 7, 7]],
  ['rdo', [1, 2, 3, 4, 7, 7]],
  ['obs', [1, 2, 3, 7, 7]],
] as const)('steps have the number that a reader on %s sees', (tag, numbers) => {
  expect(read('numbering', tag).steps.map((step) => step.number)).toEqual(numbers);
});

test('the steps of one number share its ids, none twice, and letters divide a step', () => {
  expect(said('numbering', 'obs').slice(4)).toEqual([
    '3 Add the account :35',
    '(carried out by what it introduces) :37',
    'step.3.1 # rabbitmqctl add_user openstack RABBIT_PASS :41',
    '(carried out by what it introduces) :43',
    "step.3.2 # rabbitmqctl set_permissions -p /cloud openstack '^a' '^b' '' :47",
    '7 Add the account again :49',
    'step.7.1 # rabbitmqctl list_users :53',
    '7 Add the account once more :55',
    'step.7.2 # rabbitmqctl list_permissions :59',
  ]);
});

test('blocks and sentences that are dedented out of their item stay with it', () => {
  expect(said('dedented')).toEqual([
    '0 Set up :4',
    '(explains, asks for nothing) :7',
    '1 Fetch the broker :9',
    'step.1.1 # zypper install rabbitmq-server :13',
    '2 Switch it on :15',
    'step.2.1 # systemctl start rabbitmq-server.service :19',
    'remedy epmd :21',
    'remedy.2.1 copy-file :23',
    'remedy.2.2 edit-file :26',
    '(HOST_ADDRESS) :34',
    'remedy.2.3 start-service :36',
    '3 Add the account :38',
    'step.3.1 # rabbitmqctl add_user openstack RABBIT_PASS :42',
    '(RABBIT_PASS) :44',
    'step.3.2 unrecognised :46',
  ]);
});

test('settings keep their elision, belong to the file named above them, and may have no section', () => {
  const edits = read('settings').steps.flatMap((step) =>
    step.actions.filter(({ kind }) => kind === 'edit-file'),
  );
  const at = 'MANAGEMENT_INTERFACE_IP_ADDRESS';
  expect(edits).toMatchObject([
    {
      id: 'step.1.1',
      path: '/etc/rabbitmq/rabbitmq-env.conf',
      language: 'conf',
      lines: ['# The address to listen at.', '...', `NODE_IP_ADDRESS=${at}`],
    },
    {
      id: 'step.2.1',
      path: '/etc/systemd/system/epmd.socket',
      lines: ['[Unit]', '...', 'Description=Port mapper'],
    },
    {
      id: 'step.2.2',
      path: '/etc/systemd/system/epmd.socket',
      lines: ['[Socket]', `ListenStream=${at}:4369`],
    },
    { id: 'step.3.1', path: '/etc/rabbitmq/rabbitmq.conf', lines: [`listeners.tcp.1 = ${at}:5672`] },
  ]);
  expect(said('settings').at(-1)).toBe('step.4.1 unrecognised :43');
});

test('replaceables are explained before or after, used in paths, or not used at all', () => {
  const found = read('replaceables').replaceables;
  expect(
    found.map(({ name, usedAt, explanation }) => [name, usedAt.map((u) => u.line), explanation?.where.line]),
  ).toEqual([
    ['MY_RABBIT_PASS', [27], undefined],
    ['NODE_NAME', [19], 7],
    ['PASSWORD', [26], 29],
    ['RABBIT_PASS', [16], 7],
    ['RABBIT_USER', [16, 26], 12],
    ['RABBIT_VHOST', [], 12],
  ]);
});

test('a sentence is one however its lines are wrapped', () => {
  expect(said('wrapped-prose')).toEqual([
    '1 Start the message queue service :7',
    'step.1.1 start-service :7',
    '2 In case the broker does not start and shows an econnrefused message, perform the following actions :12',
    'remedy econnrefused :12',
    'remedy.2.1 copy-file :17',
    'remedy.2.2 edit-file :20',
    'remedy.2.3 start-service :28',
    '(explains, asks for nothing) :30',
  ]);
});

test('included lines keep their own file and line', () => {
  const [fetch, account] = read('including').steps;
  expect(fetch?.where).toEqual({ file: 'guide/fixtures/including.rst', line: 7 });
  expect(fetch?.actions[0]?.where).toEqual({ file: 'guide/fixtures/parts/fetch.rst', line: 3 });
  expect(account).toMatchObject({ number: 2, where: { file: 'guide/fixtures/parts/account.rst', line: 1 } });
  expect(account?.actions[1]?.where).toEqual({ file: 'guide/fixtures/parts/password.rst', line: 1 });
});

test('titles may have a line above, and a later section goes on with a list of its own', () => {
  const procedure = read('overlined');
  expect(procedure.title).toBe('Set up');
  expect(outline(procedure)).toEqual([
    '1 Fetch the broker :17',
    'step.1.1 # apt install rabbitmq-server :21',
    '1 See that it runs :26',
    'step.1.2 # rabbitmqctl status :30',
    '2 Look at it again :32',
    'step.2.1 # rabbitmqctl report :36',
    '(explains, asks for nothing) :40',
  ]);
});

test('a note asks for nothing, unless it holds a block', () => {
  expect(said('notes').slice(2)).toEqual([
    '(RABBIT_PASS) :13',
    '(part of a note) :13',
    '(part of a note) :14',
    '(part of a warning) :18',
    '(carried out by what it introduces) :22',
    'step.1.2 # rabbitmqctl list_users :26',
  ]);
});

test('remedies hold commands too, counted by themselves', () => {
  expect(said('remedy-commands').slice(2)).toEqual([
    'output.1.1 Started. :12',
    'remedy undefined :14',
    'remedy.1.1 # systemctl restart epmd.socket :18',
    'output.remedy.1.1 Restarted. :19',
    'remedy.1.2 # systemctl start rabbitmq-server.service :20',
    'remedy nodedown :22',
    '(carried out by what it introduces) :24',
    'remedy.1.3 # systemctl daemon-reload :28',
    'remedy.1.4 unrecognised :30',
  ]);
});
