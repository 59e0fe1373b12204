import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, test } from 'vitest';
import { type InventoryOptions, readInventory } from './read-inventory.ts';

const folder = mkdtempSync(join(tmpdir(), 'guideproof-inventory-'));
afterAll(() => rmSync(folder, { recursive: true }));

const fixture = (name: string) => fileURLToPath(new URL(`fixtures/${name}`, import.meta.url));

function written(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

/** What ssh would be asked for, or the kind and the container. */
function waysIn(path: string, options?: InventoryOptions): Record<string, string> {
  return Object.fromEntries(
    readInventory(path, options).map(({ id, way }) => {
      if (way.kind === 'ssh') return [id, `${way.user ?? ''}@${way.host}:${way.port ?? ''}`];
      return [id, way.kind === 'local' ? 'local' : `${way.kind} ${way.container}`];
    }),
  );
}

const site = {
  'bastion.example.org': 'nobody@bastion.example.org:2222',
  'web01.example.org': 'www@web01.example.org:',
  'web03.example.org': 'www@web03.example.org:',
  'web05.example.org': 'www@web05.example.org:',
  web3: 'webadmin@10.0.0.33:',
  controller1: 'edge-ops@10.0.0.11:2200',
  controller2: 'ops@10.0.0.12:22',
  '2001:db8::13': 'ops@2001:db8::13:2022',
  controller4: 'docker rabbit-a',
  'rack-a-0': 'ops@rack-a-0:22',
  'rack-a-1': 'ops@rack-a-1:22',
  'rack-b-0': 'ops@rack-b-0:22',
  'rack-b-1': 'ops@rack-b-1:22',
  'rack-c-0': 'ops@rack-c-0:22',
  'rack-c-1': 'ops@rack-c-1:22',
  edge1: 'edge-ops@edge1:22',
};

// `site.json` is what `ansible-inventory --list` of Ansible 2.14 prints of `site.ini`.
test.each(['site.ini', 'site.json'])('%s names every host as Ansible reaches it', (name) => {
  expect(waysIn(fixture(name))).toEqual(site);
});

test('a YAML inventory names every host as Ansible reaches it', () => {
  expect(waysIn(fixture('site.yml'))).toEqual({
    'bastion.example.org': 'nobody@bastion.example.org:2222',
    controller1: 'ops@10.0.0.11:2200',
    controller2: 'ops@10.0.0.12:22',
    controller3: 'ops@10.0.0.12:22',
    'rack-a': 'ops@rack-a:22',
    'rack-b': 'ops@rack-b:22',
    'rack-c': 'ops@rack-c:22',
    edge1: 'edge-ops@edge1:22',
    shared: 'high@shared:',
  });
});

test.each([
  ['hosts', 'all:\n  hosts:\n    h1:\n'],
  ['hosts', '---\n# c\nweb: {hosts: h1}\n'],
  ['hosts', '; c\n\nh1\n'],
  ['hosts', '\uFEFFh1 x=1\r\n'],
  ['hosts.json', '{"all": {"hosts": {"h1": {}}}}'],
  ['hosts', '{"web": ["h1"]}'],
  ['hosts', '{"web": {"hosts": ["h1"]}, "_meta": {"hostvars": {"gone": {}}}}'],
  ['hosts', '{all: {hosts: {h1: }}}'],
])('%s is told apart by its name or its text: %j', (name, text) => {
  expect(waysIn(written(name, text))).toEqual({ h1: '@h1:' });
});

test.each([
  ['h ansible_connection=local ansible_host=x', 'local'],
  ['h ansible_connection=smart', '@h:'],
  ['h ansible_connection=community.docker.docker ansible_docker_host=c', 'docker c'],
  ['h ansible_connection=containers.podman.podman', 'podman h'],
  ['h ansible_host=a ansible_ssh_host=b ansible_user=c ansible_ssh_user=d ansible_ssh_port=5', 'd@b:5'],
  ['h ansible_user=REALM\\\\ops', 'REALM\\ops@h:'],
  ['h:22 ansible_port=23', '@h:23'],
  ['h\nh:22', '@h:'],
])('%s', (text, way) => {
  expect(waysIn(written('hosts.ini', text))).toEqual({ h: way });
});

test('what is said of the innermost group wins, then the higher priority, then the later name', () => {
  const text = (vars: string) =>
    `[a]\nh\n[b]\nh\n[c:children]\na\n[a:vars]\nansible_user=a\n[b:vars]\nansible_user=b\n${vars}\n[all:vars]\nansible_user=all\n`;
  expect(waysIn(written('hosts', text('')))).toEqual({ h: 'a@h:' });
  expect(waysIn(written('hosts', text('').replace('[c:children]\na\n', '')))).toEqual({ h: 'b@h:' });
  const first = text('[a:vars]\nansible_group_priority=9').replace('[c:children]\na\n', '');
  expect(waysIn(written('hosts', first))).toEqual({ h: 'a@h:' });
});

test('hosts that the limit leaves out may be reached in ways that are not supported', () => {
  const path = written('hosts', '[web]\nh\n[windows]\nw ansible_connection=winrm\n');
  expect(waysIn(path, { limit: 'all:!windows' })).toEqual({ h: '@h:' });
});

test('ten thousand hosts are read well within a test’s time', () => {
  const hosts = Array.from(
    { length: 10_000 },
    (_none, index) => `controller${index} ansible_host=10.0.${index >> 8}.9`,
  );
  const path = written('many', `[control]\n${hosts.join('\n')}\n[control:vars]\nansible_user=ops\n`);
  expect(readInventory(path, { limit: 'control' })).toHaveLength(10_000);
});
