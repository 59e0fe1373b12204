import { expect, test } from 'vitest';
import { distributionTags } from '../model/distribution.ts';
import { locateGuide } from './locate-guide.ts';
import { outline } from './outline.fixture.ts';
import { readGuide } from './read-guide.ts';

const bundled = locateGuide(undefined, 'debian');

const addUser = (step: number, line: number) => [
  `${step} Add the openstack user :${line}`,
  `step.${step}.1 # rabbitmqctl add_user openstack RABBIT_PASS :${line + 4}`,
  `output.${step}.1 Creating user "openstack" ... :${line + 5}`,
  `(RABBIT_PASS) :${line + 7}`,
];

const permit = (step: number, line: number) => [
  `${step} Permit configuration, write, and read access for the openstack user :${line}`,
  `step.${step}.1 # rabbitmqctl set_permissions openstack ".*" ".*" ".*" :${line + 5}`,
  `output.${step}.1 Setting permissions for user "openstack" in vhost "/" ... :${line + 6}`,
];

const start = [
  '2 Start the message queue service and configure it to start when the system boots :40',
  'step.2.1 # systemctl enable rabbitmq-server.service :45',
  'step.2.2 # systemctl start rabbitmq-server.service :46',
];

const nodedown = [
  'remedy nodedown :50',
  'remedy.2.1 copy-file :53',
  'remedy.2.2 edit-file :56',
  '(MANAGEMENT_INTERFACE_IP_ADDRESS) :65',
  'remedy.2.3 start-service :68',
];

test.each(['ubuntu', 'debian'] as const)('the bundled chapter for %s has three steps', (tag) => {
  expect(outline(readGuide(bundled, tag))).toEqual([
    '1 Install the package :18',
    'step.1.1 # apt-get install rabbitmq-server :24',
    ...addUser(2, 89),
    ...permit(3, 98),
  ]);
});

test('the bundled chapter for rdo has four steps and no remedy', () => {
  expect(outline(readGuide(bundled, 'rdo'))).toEqual([
    '1 Install the package :18',
    'step.1.1 # yum install rabbitmq-server :30',
    ...start,
    ...addUser(3, 70),
    ...permit(4, 79),
  ]);
});

test('the bundled chapter for obs has four steps and the nodedown remedy', () => {
  expect(outline(readGuide(bundled, 'obs'))).toEqual([
    '1 Install the package :18',
    'step.1.1 # zypper install rabbitmq-server :36',
    ...start,
    ...nodedown,
    ...addUser(3, 70),
    ...permit(4, 79),
  ]);
});

test('the remedy keeps paths, lines and the elision as the guide has them', () => {
  const remedy = readGuide(bundled, 'obs').steps[1]?.actions.find((action) => action.kind === 'remedy');
  expect(remedy?.actions[0]).toMatchObject({
    source: '/usr/lib/systemd/system/epmd.socket',
    destination: '/etc/systemd/system',
  });
  expect(remedy?.actions[1]).toMatchObject({
    path: '/etc/systemd/system/epmd.socket',
    language: 'ini',
    lines: ['[Socket]', '...', 'ListenStream=MANAGEMENT_INTERFACE_IP_ADDRESS:4369'],
  });
  expect(remedy?.actions[3]).toMatchObject({ again: true, text: 'Start the message queue service again.' });
});

test('a replaceable is listed with every use and its explanation', () => {
  const file = 'guide/message-queue.rst';
  expect(readGuide(bundled, 'debian').replaceables).toEqual([
    {
      name: 'RABBIT_PASS',
      usedAt: [{ file, line: 93 }],
      explanation: { text: 'Replace RABBIT_PASS with a suitable password.', where: { file, line: 96 } },
    },
  ]);
  expect(readGuide(bundled, 'obs').replaceables.map(({ name, usedAt }) => [name, usedAt[0]?.line])).toEqual([
    ['MANAGEMENT_INTERFACE_IP_ADDRESS', 63],
    ['RABBIT_PASS', 74],
  ]);
});

test('the guide is named by its path from the working directory, and by what is in it', () => {
  const { guide, title } = readGuide(bundled, 'rdo');
  expect(guide.path).toBe('guide/message-queue.rst');
  expect(guide.sha256).toMatch(/^[0-9a-f]{64}$/);
  expect(title).toBe('Install and configure components');
});

test('reading takes less than 50 ms for each tag', () => {
  readGuide(bundled, 'obs');
  for (const tag of distributionTags) {
    const before = performance.now();
    readGuide(bundled, tag);
    expect(performance.now() - before).toBeLessThan(50);
  }
});
