import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { readInventory } from './read-inventory.ts';

const site = fileURLToPath(new URL('fixtures/site.ini', import.meta.url));
const idsOf = (limit: string) => readInventory(site, { limit }).map(({ id }) => id);
const web = ['web01.example.org', 'web03.example.org', 'web05.example.org', 'web3'];
const racks = ['rack-a-0', 'rack-a-1', 'rack-b-0', 'rack-b-1', 'rack-c-0', 'rack-c-1'];
const control = ['controller1', 'controller2', '2001:db8::13', 'controller4', ...racks, 'edge1'];

// Ansible 2.14 picks the same hosts.
test.each([
  ['web', web],
  ['control', control],
  ['site', [...web, ...control]],
  ['all', ['bastion.example.org', ...web, ...control]],
  ['*', ['bastion.example.org', ...web, ...control]],
  ['ungrouped', ['bastion.example.org']],
  ['controller1', ['controller1']],
  ['controller1,edge1', ['controller1', 'edge1']],
  ['controller1:edge1', ['controller1', 'edge1']],
  ['2001:db8::13', ['2001:db8::13']],
  ['control:&edge', ['controller1', 'edge1']],
  ['&edge', ['controller1', 'edge1']],
  ['site,!control', web],
  ['site:!control:!web3', web.slice(0, 3)],
  ['!web, !control', ['bastion.example.org']],
  ['web:&site:!*.org', ['web3']],
  ['rack-?-0', ['rack-a-0', 'rack-b-0', 'rack-c-0']],
  ['rack-[ab]-1', ['rack-a-1', 'rack-b-1']],
  ['rack-[!a]-0', ['rack-b-0', 'rack-c-0']],
  ['rack-[a-b]-0', ['rack-a-0', 'rack-b-0']],
  ['~rack-.-1', ['rack-a-1', 'rack-b-1', 'rack-c-1']],
  ['~(web|edge)', [...web, 'controller1', 'edge1']],
  ['web[0]', ['web01.example.org']],
  ['web[-1]', ['web3']],
  ['web[1:2]', ['web03.example.org', 'web05.example.org']],
  ['web[2:]', ['web05.example.org', 'web3']],
])('%s', (limit, ids) => {
  expect(idsOf(limit)).toEqual(ids);
});

test.each([
  ['nobody', 'the name of a host or group of', 'got "nobody"'],
  ['web,!nobody', 'the name of a host or group of', 'got "nobody"'],
  ['web:!web', 'patterns that leave a host of', 'got "web:!web"'],
  ['web[9]', 'patterns that leave a host of', 'got "web[9]"'],
  ['@failed.retry', 'patterns', 'the name of a file, which is not read'],
  ['~(', 'a regular expression after “~”', 'got "~("'],
])('%s leaves nothing', (limit, expected, got) => {
  expect(() => idsOf(limit)).toThrow(`--limit: expected ${expected}`);
  expect(() => idsOf(limit)).toThrow(got);
});
