import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { findTargets, type TargetRequest } from './find-targets.ts';

const inventory = fileURLToPath(new URL('inventory/fixtures/site.ini', import.meta.url));
const url = 'rabbit://openstack:s3cret@controller1,openstack:s3cret@controller2:5673/';

async function idsOf(request: Partial<TargetRequest>): Promise<readonly string[]> {
  return (await findTargets({ words: [], environment: {}, ...request })).map(({ id }) => id);
}

test('words come first, then the inventory’s hosts', async () => {
  expect(await idsOf({ words: ['local', 'amqp://h'], inventory, limit: 'edge' })).toEqual([
    'local',
    'amqp://h:5672',
    'controller1',
    'edge1',
  ]);
});

test('OS_TRANSPORT_URL names the targets where nothing else does', async () => {
  const environment = { OS_TRANSPORT_URL: url };
  expect(await idsOf({ environment })).toEqual(['amqp://controller1:5672', 'amqp://controller2:5673']);
  expect(await idsOf({ environment, words: ['local'] })).toEqual(['local']);
  expect(await idsOf({ environment, inventory, limit: 'edge1' })).toEqual(['edge1']);
});

test.each([
  [['local', 'local'], ['local']],
  [['amqp://h', 'rabbit://h', 'amqp://h:5672'], ['amqp://h:5672']],
  [
    ['amqp://h', 'amqps://h'],
    ['amqp://h:5672', 'amqps://h:5671'],
  ],
  [
    ['docker://a', 'podman://a'],
    ['docker://a', 'podman://a'],
  ],
  [
    ['ssh://h', 'ssh://ops@h', 'ssh://h:22'],
    ['ssh://h', 'ssh://ops@h', 'ssh://h:22'],
  ],
])('%j are audited once each', async (words, ids) => {
  expect(await idsOf({ words })).toEqual(ids);
});

test('a host of the inventory that a word names in the same way is not audited again', async () => {
  const words = ['ssh://edge-ops@10.0.0.11:2200'];
  expect(await idsOf({ words, inventory, limit: 'edge' })).toEqual([...words, 'edge1']);
});

test('one listener with two accounts is refused, since both would have one name', async () => {
  await expect(idsOf({ words: ['amqp://nova@h', 'amqp://neutron@h'] })).rejects.toThrow(
    'amqp://h:5672: expected one account and one machine under this name; check others in runs of their own, got two accounts',
  );
});

test.each([
  [{}, 'check: expected a TARGET, an --inventory, or hosts in OS_TRANSPORT_URL, got none of them'],
  [{ environment: { OS_TRANSPORT_URL: '' } }, 'got none of them'],
  [{ words: ['local'], limit: 'web' }, '--limit: expected an --inventory that it picks hosts from, got none'],
  [{ inventory, limit: 'nobody' }, '--limit: expected the name of a host or group of'],
])('%j is wrong usage', async (request, message) => {
  await expect(idsOf(request)).rejects.toThrow(message);
});
