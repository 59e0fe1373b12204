import { inspect } from 'node:util';
import { expect, test } from 'vitest';
import { passwordSource } from './passwords/password-source.ts';
import { parseTarget, type TargetSource } from './words/parse-target.ts';

const spellings = [
  's3cretPassw0rd',
  's3cret/Passw0rd',
  's3cret@Passw0rd',
  's3cret#Passw0rd',
  's3cret?Passw0rd',
  's3cret,Passw0rd',
  's3cret:Passw0rd',
  's3cret%2FPassw0rd',
  's3cret Passw0rd',
  's3cret%00Passw0rd',
];
const urls = [
  'amqp://openstack:SECRET@h',
  'amqps://openstack:SECRET@h:port',
  'amqp://openstack:SECRET@',
  'amqp://openstack:SECRET',
  'amqp://openstack:SECRET@h/a/b',
  'amqp://openstack:SECRET@h?x=1',
  'amqp://:SECRET@[::1',
  'ssh://ops:SECRET@h',
  'ssh://ops:SECRET',
  'rabbit://openstack:SECRET@h1,openstack:SECRET@h2:port/',
  'rabbit://h1,openstack:SECRET@h2',
  'rabbit://openstack:SECRET@h?ssl=x',
  'rabbit://openstack:SECRET@/',
  'rabbit://openstack:SECRET@h1,openstack:SECRET',
  'kombu+memory://u:SECRET@h',
  'http://u:SECRET@h',
  'openstack:SECRET@h',
  'rabbit:/openstack:SECRET@h',
  '//openstack:SECRET@h',
  'docker://u:SECRET@h',
  'amqp://openstack:SECRET@-h',
];
const sources: readonly TargetSource[] = ['TARGET', 'OS_TRANSPORT_URL'];
const every = sources.flatMap((source) =>
  urls.flatMap((url) => spellings.map((secret) => [source, url.replaceAll('SECRET', secret)] as const)),
);

// What a colon or an `@` in a password leaves over may be a host's name in truth: only there can half of it be shown.
const half = /Passw0rd|s3cret/;

test('no form of a URL makes an error or an id repeat its password', () => {
  const shown = every.map(([source, url]) => [url, outcomeOf(source, url)] as const);
  const leaks = shown.filter(([url, said]) => half.test(said) && !url.includes('s3cret@Passw0rd'));
  expect(leaks).toEqual([]);
  for (const [, said] of shown) for (const secret of spellings) expect(said).not.toContain(secret);
});

test('on the command line nothing that holds a password is taken for a target', () => {
  const withPassword = urls.filter((url) => /SECRET@[^-]/.test(url) && !url.startsWith('docker'));
  for (const url of withPassword)
    expect(outcomeOf('TARGET', url.replaceAll('SECRET', 's3cretPassw0rd'))).toMatch(/^TargetError/);
});

test('the reason why there is no password holds none', async () => {
  const environment = { OS_TRANSPORT_URL: 'rabbit://nova:s3cretPassw0rd@h/' };
  const targets = parseTarget('amqp://h', 'TARGET');
  const of = await passwordSource({ targets, username: 'openstack', environment, warn: expect.fail });
  expect(inspect(targets.map(of))).not.toContain('s3cret');
});

/** All that a user could come to see of it. */
function outcomeOf(source: TargetSource, url: string): string {
  try {
    return parseTarget(url, source)
      .map((target) => `${target.id} ${target.account?.vhost ?? ''}`)
      .join();
  } catch (error) {
    const { name, message, cause } = error as Error;
    return `${name}: ${message} ${String(cause)}`;
  }
}
