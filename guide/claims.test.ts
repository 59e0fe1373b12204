import { expect, test } from 'vitest';
import { distributionTags } from '../model/distribution.ts';
import { claimsOf } from './claims.ts';
import { locateGuide } from './locate-guide.ts';
import { readGuide } from './read-guide.ts';

const file = 'guide/message-queue.rst';
const bundled = locateGuide(undefined, 'debian');
const all = { configure: '.*', write: '.*', read: '.*' };

test('the bundled chapter claims a package, a user and its access on debian, but names no service', () => {
  expect(claimsOf(readGuide(bundled, 'debian'))).toEqual({
    package: { value: 'rabbitmq-server', where: { file, line: 24 } },
    user: { value: 'openstack', where: { file, line: 93 } },
    password: { value: 'RABBIT_PASS', where: { file, line: 93 } },
    vhost: { value: '/', where: { file, line: 103 } },
    permissions: { value: all, where: { file, line: 103 } },
  });
});

test('where the chapter starts the service, its unit is claimed', () => {
  const units = distributionTags.map((tag) => claimsOf(readGuide(bundled, tag)).service);
  const unit = { value: 'rabbitmq-server.service', where: { file, line: 45 } };
  expect(units).toEqual([undefined, undefined, unit, unit]);
});

test('vhost and patterns are read out of quotes', () => {
  const claims = claimsOf(readGuide('guide/fixtures/numbering.rst', 'obs'));
  expect(claims.vhost?.value).toBe('/cloud');
  expect(claims.permissions?.value).toEqual({ configure: '^a', write: '^b', read: '' });
});

const procedureWith = (...commands: string[]) => {
  const where = { file: 'x.rst', line: 1 };
  const actions = commands.map((command, index) => {
    return {
      kind: 'command',
      id: `step.1.${index + 1}`,
      text: command,
      where,
      command,
      prompt: '#',
    } as const;
  });
  const guide = { path: 'x.rst', sha256: '' };
  return {
    tag: 'debian',
    guide,
    title: '',
    steps: [{ number: 1, title: '', where, actions }],
    replaceables: [],
  } as const;
};

test('programs are found behind sudo, assignments and other commands of the line', () => {
  const claims = claimsOf(
    procedureWith(
      'apt-get update && DEBIAN_FRONTEND=noninteractive sudo -u root /usr/bin/apt-get -y install curl',
      'sudo apt install --no-install-recommends erlang-base rabbitmq-server',
      'systemctl start epmd.socket; systemctl enable --now rabbitmq-server',
      'sudo rabbitmqctl --node rabbit@here add_user nova "a literal"',
      'rabbitmqctl set_permissions --vhost=/two nova "" ".*" "^x$"',
    ),
  );
  expect(Object.entries(claims).map(([name, claim]) => [name, claim.value])).toEqual([
    ['package', 'rabbitmq-server'],
    ['service', 'rabbitmq-server'],
    ['user', 'nova'],
    ['password', 'a literal'],
    ['vhost', '/two'],
    ['permissions', { configure: '', write: '.*', read: '^x$' }],
  ]);
});

test('nothing is claimed of what the commands do not say', () => {
  const commands = [
    'apt-cache policy rabbitmq-server',
    'systemctl status rabbitmq-server',
    "echo 'add_user",
    'rabbitmqctl status',
  ];
  expect(claimsOf(procedureWith(...commands))).toEqual({});
  expect(claimsOf(procedureWith('service rabbitmq-server restart')).service?.value).toBe('rabbitmq-server');
});
