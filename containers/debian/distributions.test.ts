import { expect, test } from 'vitest';
import { debianDistributions } from './distributions.ts';

const byId = (id: string) => debianDistributions.find((distribution) => distribution.id === id);

test('a stable release gets updates and security fixes', () => {
  expect(byId('debian-11')?.archive?.sources).toEqual([
    'deb http://deb.debian.org/debian bullseye main',
    'deb http://deb.debian.org/debian bullseye-updates main',
    'deb http://deb.debian.org/debian-security bullseye-security main',
  ]);
  expect(byId('debian-11')?.archive?.mayBeExpired).toBe(false);
});

test('sid has one suite, whose index may be older than it allows', () => {
  expect(byId('debian-sid')).toMatchObject({
    name: 'Debian sid (unstable)',
    reference: 'docker.io/library/debian:sid',
    archive: { sources: ['deb http://deb.debian.org/debian sid main'], mayBeExpired: true },
    recipe: { buildArguments: { CHECK_VALID_UNTIL: 'false' } },
  });
});
