import { expect, test } from 'vitest';
import type { CheckTarget, WireTarget } from '../../model/check-target.ts';
import { parseTarget } from './parse-target.ts';

const machine = (id: string, way: object) => [{ kind: 'machine', id, way }];

test.each([
  ['local', machine('local', { kind: 'local' })],
  ['docker://rabbit-1', machine('docker://rabbit-1', { kind: 'docker', container: 'rabbit-1' })],
  ['podman://0a1b2c', machine('podman://0a1b2c', { kind: 'podman', container: '0a1b2c' })],
  ['ssh://controller1', machine('ssh://controller1', { kind: 'ssh', host: 'controller1' })],
  ['ssh://controller1/', machine('ssh://controller1', { kind: 'ssh', host: 'controller1' })],
  ['SSH://controller1:', machine('ssh://controller1', { kind: 'ssh', host: 'controller1' })],
  [
    'ssh://ops@controller1:2222',
    machine('ssh://ops@controller1:2222', { kind: 'ssh', host: 'controller1', user: 'ops', port: 2222 }),
  ],
  [
    'ssh://ops@[2001:db8::1]:22',
    machine('ssh://ops@[2001:db8::1]:22', { kind: 'ssh', host: '2001:db8::1', user: 'ops', port: 22 }),
  ],
  [
    'ssh://ops@example.org@10.0.0.1',
    machine('ssh://ops@example.org@10.0.0.1', { kind: 'ssh', host: '10.0.0.1', user: 'ops@example.org' }),
  ],
])('%s is a machine', (word, expected) => {
  expect(parseTarget(word, 'TARGET')).toEqual(expected);
});

const wire = (id: string, tls = false, account?: object) => {
  const [, hostname = '', port] = /:\/\/\[?(.*?)\]?:(\d+)$/.exec(id) ?? [];
  return { kind: 'wire', id, hostname, port: Number(port), tls, ...(account ? { account } : {}) };
};

test.each([
  ['amqp://controller1', wire('amqp://controller1:5672')],
  ['amqp://controller1/', wire('amqp://controller1:5672')],
  ['amqps://controller1', wire('amqps://controller1:5671', true)],
  ['amqp://controller1:5673', wire('amqp://controller1:5673')],
  ['amqp://[::1]', wire('amqp://[::1]:5672')],
  ['amqp://[2001:db8::1]:15672/nova', wire('amqp://[2001:db8::1]:15672', false, { vhost: 'nova' })],
  ['amqp://nova@127.0.0.1/%2f', wire('amqp://127.0.0.1:5672', false, { username: 'nova', vhost: '/' })],
  ['amqp://no%76a@h/a%2Fb', wire('amqp://h:5672', false, { username: 'nova', vhost: 'a/b' })],
  ['rabbit://controller1', wire('amqp://controller1:5672')],
  ['rabbit://controller1?ssl=1', wire('amqps://controller1:5672', true)],
  ['rabbit://controller1:5671//?ssl=Yes', wire('amqps://controller1:5671', true, { vhost: '/' })],
  ['rabbit://h/?ssl=0&heartbeat_in_pthread=1', wire('amqp://h:5672')],
  ['kombu+amqps://h:5671/', wire('amqps://h:5671', true)],
])('%s is a listener', (word, expected) => {
  expect(parseTarget(word, 'TARGET')).toEqual([expected]);
});

test('a transport URL names each of its hosts, with the account that stands before it and with no other', () => {
  const url = 'rabbit://openstack:a%2Fb@h1:5672,nova:p%40:q@[::1]:5673,h3/%2Fnova%20x';
  expect(parseTarget(url, 'OS_TRANSPORT_URL')).toEqual([
    wire('amqp://h1:5672', false, { username: 'openstack', password: 'a/b', vhost: '/nova x' }),
    wire('amqp://[::1]:5673', false, { username: 'nova', password: 'p@:q', vhost: '/nova x' }),
    wire('amqp://h3:5672', false, { vhost: '/nova x' }),
  ]);
});

// What `TransportURL.parse` of oslo.messaging 14.0.3 makes of the same.
test.each([
  ['rabbit://u:p@h', { username: 'u', password: 'p' }],
  ['rabbit://u:@h', { username: 'u' }],
  ['rabbit://u:p:q@h', { username: 'u', password: 'p:q' }],
  ['rabbit://a@b:c@h', { username: 'a@b', password: 'c' }],
  ['rabbit://u:50%off@h', { username: 'u', password: '50%off' }],
  ['rabbit://u:a+b@h', { username: 'u', password: 'a+b' }],
  ['rabbit://u:%C3%A9@h', { username: 'u', password: 'é' }],
  ['rabbit://u:p@h/a/b', { username: 'u', password: 'p', vhost: 'a/b' }],
  ['amqps://u:p%2f@h:5672', { username: 'u', password: 'p/' }],
])('%s in OS_TRANSPORT_URL holds an account', (url, account) => {
  const [target] = parseTarget(url, 'OS_TRANSPORT_URL');
  expect((target as WireTarget).account).toEqual(account);
});

test.each([
  ['controller1', 'TARGET controller1: expected local, docker://NAME', 'did you mean ssh://controller1 or'],
  ['', 'TARGET : expected local', 'another form'],
  ['http://controller1', 'TARGET http://controller1: expected local', 'another form'],
  ['docker://', 'a container’s name or id', 'something else'],
  ['docker://-v', 'a container’s name or id', 'something else'],
  ['docker://a b', 'a container’s name or id', 'something else'],
  ['podman://a/b', 'nothing behind the host', 'a path or a query'],
  ['ssh://', 'the name or address of a host', 'none'],
  ['ssh://-oProxyCommand=x', 'a host name', 'something else'],
  ['ssh://-l@h', 'the name of a login', 'something else'],
  ['ssh://@h', 'the name of a login', 'something else'],
  ['ssh://h:0', 'a port from 1 to 65535', 'something else'],
  ['ssh://h:65536', 'a port from 1 to 65535', 'something else'],
  ['ssh://2001:db8::1', 'an IPv6 address in brackets', 'something else'],
  ['ssh://[controller1]', 'an IPv6 address in brackets', 'something else'],
  ['ssh://[::1', 'an IPv6 address in brackets', 'something else'],
  ['ssh://h/etc', 'nothing behind the host', 'a path'],
  ['ssh://h\n', 'another form', 'TARGET'],
  ['amqp://h1,h2', 'a host name', 'something else'],
  ['amqp://h/a/b', 'a vhost whose “/” is written as %2f', 'a further “/”'],
  ['amqp://h?heartbeat=3', 'no query', 'say amqps:// for TLS'],
  ['amqp://h/%00', 'a vhost without control characters', 'one that holds some'],
  ['amqp://openstack:12/34@h', 'a password whose “/” is written as %2F', 'an “@” in the path'],
  ['rabbit://openstack:12/34@h', 'a password whose “/” is written as %2F', 'an “@” in the path'],
  ['rabbit://', 'at least one host', 'none'],
  ['rabbit://h1,h2:x', 'TARGET rabbit://h1…, host 2 of 2', 'a port from 1 to 65535'],
  ['rabbit://h?ssl=maybe', 'ssl to be one of', 'yes'],
  ['rabbit://h/#x', 'expected local', 'another form'],
  ['kombu+memory://h', 'expected local', 'another form'],
])('%j is refused', (word, ...said) => {
  const message = messageOf(() => parseTarget(word, 'TARGET'));
  for (const words of said) expect(message).toContain(words);
});

test.each(['ssh://controller1', 'local', 'docker://x', 'http://h'])('%s is no transport URL', (url) => {
  expect(messageOf(() => parseTarget(url, 'OS_TRANSPORT_URL'))).toContain('expected a transport URL such as');
});

test.each(['amqp://nova:s3cret@h', 'rabbit://h1,nova:s3cret@h2/', 'amqps://:s3cret@h', 'ssh://ops:s3cret@h'])(
  'a password on the command line is refused: %s',
  (word) => {
    const message = messageOf(() => parseTarget(word, 'TARGET'));
    expect(message).toContain(
      'put the URL into OS_TRANSPORT_URL, or the password into a file for --password-file',
    );
    expect(message).not.toContain('s3cret');
  },
);

test('ids never hold a password', () => {
  const targets = parseTarget('rabbit://u:s3cret@h1,u:s3cret@h2/', 'OS_TRANSPORT_URL');
  expect(targets.map(({ id }: CheckTarget) => id)).toEqual(['amqp://h1:5672', 'amqp://h2:5672']);
});

function messageOf(act: () => unknown): string {
  try {
    act();
  } catch (error) {
    expect(error).toMatchObject({ name: 'TargetError', code: 'usage' });
    return (error as Error).message;
  }
  throw new Error('expected a TargetError, got none');
}
