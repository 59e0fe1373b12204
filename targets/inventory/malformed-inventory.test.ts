import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { readInventory } from './read-inventory.ts';

const folder = mkdtempSync(join(tmpdir(), 'guideproof-malformed-'));
afterAll(() => rmSync(folder, { recursive: true }));

const secret = 's3cretPassw0rd';

/** The message of the error that an inventory gives, without the folder's name. */
function messageOf(name: string, text: string | Buffer): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  try {
    readInventory(path);
  } catch (error) {
    expect(error).toMatchObject({ name: 'TargetError', code: 'inventory' });
    return (error as Error).message.replace(`${folder}/`, '');
  }
  throw new Error('expected a TargetError, got none');
}

test.each([
  ['h1\n[web\n', 'hosts:2: expected every “[” of a range to be closed by a “]”, got "[web"'],
  ['[web ]', 'hosts:1: expected [GROUP], [GROUP:children] or [GROUP:vars], without blanks, got "[web ]"'],
  ['[web:toString]', 'hosts:1: expected [GROUP], [GROUP:children]'],
  [
    '\n[web:hots]\nh1',
    'hosts:2: expected [GROUP], [GROUP:children] or [GROUP:vars], without blanks, got "[web:hots]"',
  ],
  ['[web:vars]\nx=1\n', 'hosts:1: expected a section [web] or [web:children] somewhere, got none'],
  ['h1\n[site:children]\nweb\n', 'hosts:3: expected a section [web] or [web:children] somewhere, got none'],
  ['[site:children]\nweb db\n', 'hosts:2: expected the name of a group, got "web db"'],
  [`h1 ${secret}\n`, 'hosts:1: expected NAME=VALUE, got a word without “=”'],
  [`h1 ansible_ssh_pass="${secret}\n`, 'hosts:1: expected every quote to be closed, got one that is not'],
  [`[all:vars]\n${secret}\n`, 'hosts:2: expected NAME=VALUE, got a word without “=”'],
  [
    '-oProxyCommand=x',
    'hosts:1: expected a host’s name without blanks and control characters that does not begin with “-”, got another',
  ],
  ['"h 1"', 'hosts:1: expected a host’s name without blanks'],
  [
    '""',
    'hosts:1: expected a host’s name without blanks and control characters that does not begin with “-”, got an empty one',
  ],
  [
    'h1 ansible_connection=winrm',
    'hosts:1: expected ansible_connection to be ssh, local, docker or podman for host "h1", got "winrm"',
  ],
  ['h1\n[all:vars]\nansible_connection=winrm', 'hosts:3: expected ansible_connection to be ssh'],
  ['h1 ansible_host=-v', 'hosts:1: expected ansible_host of "h1" to be a host’s name or address, got "-v"'],
  ['h1 ansible_host="a;b"', 'got "a;b"'],
  ['h1 ansible_host=""', 'to be a host’s name or address, got ""'],
  ['h1 ansible_host={{address}}', 'got a template, which only Ansible can fill in'],
  ['h1 ansible_user=-root', 'hosts:1: expected ansible_user of "h1" to be the name of a login, got "-root"'],
  [
    'h1\n[all:vars]\nansible_user=ops # us',
    'hosts:3: expected ansible_user of "h1" to be the name of a login, got "ops # us"',
  ],
  [
    'h1 ansible_port=70000',
    'hosts:1: expected ansible_port of "h1" to be a port from 1 to 65535, got "70000"',
  ],
  ['h1:0', 'hosts:1: expected ansible_port of "h1" to be a port from 1 to 65535, got "0"'],
  ['h$1', 'hosts:1: expected a host’s name or address, or an ansible_host, got "h$1"'],
  [
    'h1@x ansible_connection=docker',
    'hosts:1: expected a container’s name or id, or an ansible_host, got "h1@x"',
  ],
  ['[a]\nh\n[a:children]\nb\n[b:children]\na\n', 'expected groups within groups to come to an end, got'],
  ['[a:children]\nall\n[all]\nh\n', 'expected groups within groups to come to an end, got'],
  ['# nothing\n', 'hosts: expected at least one host, got none'],
])('INI: %j', (text, message) => {
  expect(messageOf('hosts', text)).toContain(message);
});

test.each([
  ['', 'hosts.yml:1: expected groups, got an empty file'],
  ['- h1\n', 'hosts.yml:1: expected an inventory to be a mapping, got something else'],
  [`all:\n\thosts: ${secret}\n`, 'hosts.yml:2: expected valid YAML, got a mistake (TAB_AS_INDENT)'],
  [`all: "${secret}\n`, 'hosts.yml:2: expected valid YAML, got a mistake (MISSING_CHAR)'],
  [
    `all:\n  hosts: *${secret}\n`,
    'hosts.yml:2: expected every alias to have an anchor before it, got one without',
  ],
  [
    `plugin: openstack.cloud.openstack\n`,
    'hosts.yml:1: expected hosts and groups (`ansible-inventory -i FILE --list` prints them)',
  ],
  ['all:\n  host:\n    h1:\n', 'hosts.yml:2: expected hosts, vars or children in group "all", got "host"'],
  [
    'all:\n  hosts:\n    - h1\n',
    'hosts.yml:2: expected hosts of group "all" to be a mapping, got something else',
  ],
  [
    `all:\n  hosts:\n    h1: ${secret}\n`,
    'hosts.yml:3: expected what is said of host "h1" to be a mapping, got something else',
  ],
  ['all:\n  vars: x\n  hosts:\n    h1:\n', 'hosts.yml:2: expected vars of group "all" to be a mapping'],
  [
    'all:\n  hosts:\n    h1:\n    h1:\n',
    'hosts.yml:4: expected each key of hosts of group "all" once, got "h1" again',
  ],
  ['all:\n  hosts:\n    ? [h1]\n    : x\n', 'expected a key that is text, got something else'],
  [
    'all:\n  hosts:\n    h1:\n      ansible_port: ssh\n',
    'hosts.yml:4: expected ansible_port of "h1" to be a port from 1 to 65535, got "ssh"',
  ],
  [
    'all:\n  hosts:\n    h1:\n      ansible_host: !vault x\n',
    'hosts.yml:4: expected ansible_host of "h1" to be a host’s name or address, got what is no plain text',
  ],
  ['all:\n  hosts:\n    h[1:\n', 'hosts.yml:3: expected every “[” of a range'],
  [
    'x: &x\n  children:\n    x: *x\n  hosts: h1\n',
    'hosts.yml:3: expected groups within groups to come to an end',
  ],
  ['x: &x\n  <<: *x\n', 'hosts.yml:2: expected an end to what is merged, got a loop'],
  ['a: {hosts: h1}\n---\nb: {}\n', 'expected valid YAML, got a mistake (MULTIPLE_DOCS)'],
])('YAML: %j', (text, message) => {
  expect(messageOf('hosts.yml', text)).toContain(message);
});

test.each([
  [
    `{"web": {"hosts": ["h1"]},\n "db": {"hosts": "${secret}"}}`,
    'hosts.json:2: expected groups of hosts, children and vars, got another form of "db',
  ],
  [
    '{"web": {"hosts": ["h1"]}, "x": 5}',
    'expected groups of hosts, children and vars, got another form of "x"',
  ],
  [
    '{"_meta": {"hostvars": {\n"h1": {"ansible_port": []}}},\n"web": {"hosts": ["h1"]}}',
    'hosts.json:2: expected ansible_port of "h1" to be a port',
  ],
  ['{"web": {"hosts": ["h1\\n"]}}', 'expected a host’s name without blanks'],
  ['{"_meta": {}}', 'hosts.json: expected at least one host, got none'],
  [`{"web": {"hosts": ["${secret}"`, 'expected valid YAML, got a mistake'],
])('JSON: %j', (text, message) => {
  expect(messageOf('hosts.json', text)).toContain(message);
});

test.each([
  [
    'hosts.py',
    '#!/usr/bin/env python3\nprint("{}")',
    'expected a file to read (`ansible-inventory -i FILE --list` makes one), got a program, which is not run',
  ],
  ['hosts', Buffer.from([0x7f, 0x45, 0x4c, 0x46, 0]), 'hosts: expected text, got something binary'],
  [
    'hosts.yml',
    '$ANSIBLE_VAULT;1.1;AES256\n3031\n',
    'hosts.yml:1: expected plain text (`ansible-inventory -i FILE --list` decrypts it), got a vault',
  ],
  ['hosts.toml', '[web]\nhosts = 1\n', 'hosts.toml: expected INI, YAML or JSON, got TOML'],
])('%s is no inventory', (name, text, message) => {
  expect(messageOf(name, text)).toContain(message);
});

test('an inventory that may be executed but holds text is read, and not run', () => {
  const path = join(folder, 'executable');
  writeFileSync(path, 'h1\n');
  chmodSync(path, 0o755);
  expect(readInventory(path).map(({ id }) => id)).toEqual(['h1']);
});

test.each([
  ['nowhere', 'ENOENT'],
  ['', 'EISDIR'],
])('%j cannot be read', (name, code) => {
  expect(() => readInventory(join(folder, name))).toThrow(
    `expected an inventory file that can be read, got ${code}`,
  );
});

test('no message repeats what may be a secret', () => {
  const texts = [
    `h1 x ${secret}`,
    `h1 ansible_password=${secret} x`,
    `[all:vars]\n${secret}`,
    `h1 "${secret}`,
    `h1\n[w:vars]\np=${secret}`,
    `all:\n  hosts:\n    h1: {p: ${secret}, ansible_port: x}`,
    `all: {vars: ${secret}}`,
    `all:\n  p: "${secret}\\q"`,
    `{"all": {"hosts": ["h1"], "vars": "${secret}"}}`,
    `{"_meta": {"hostvars": {"h1": "${secret}"}}}`,
    `{"a": ${secret}`,
  ];
  for (const text of texts)
    for (const name of ['hosts', 'hosts.ini', 'hosts.yml', 'hosts.json'])
      expect(messageOf(name, text)).not.toContain(secret);
});
