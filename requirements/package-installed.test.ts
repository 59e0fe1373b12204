import { expect, test } from 'vitest';
import { TransportError } from '../transports/read-transport.ts';
import { guideExpectations as expected } from './expectations.ts';
import { type Answers, fakeController } from './fake-controller.fixture.ts';
import { packageInstalled } from './package-installed.ts';

const audit = (changes: Answers) => packageInstalled.audit(fakeController(changes), expected);
const notThere = { exitCode: 127 };
const dpkgKnowsNone = { exitCode: 1, stderr: 'dpkg-query: no packages found matching rabbitmq-server\n' };
const rpmKnowsNone = { exitCode: 1, stdout: 'package rabbitmq-server is not installed\n' };
const rpmHasIt = { stdout: '3.9.10-1.el9\n' };

test('passes on a dpkg system and says which version', async () => {
  const judgement = await audit({});
  expect(judgement).toMatchObject({
    outcome: 'pass',
    severity: 'error',
    actual: 'rabbitmq-server 3.10.8-1.1+deb12u1 (dpkg)',
  });
});

test.each([
  ['without dpkg', notThere],
  ['beside an empty dpkg database', dpkgKnowsNone],
])('passes on an RPM system %s', async (_, dpkg) => {
  const judgement = await audit({ 'dpkg-query': dpkg, rpm: rpmHasIt });
  expect(judgement).toMatchObject({ outcome: 'pass', actual: 'rabbitmq-server 3.9.10-1.el9 (rpm)' });
});

test('one architecture that is installed is enough', async () => {
  const stdout = 'config-files\t3.8.9\ninstalled\t3.10.8\n';
  expect(await audit({ 'dpkg-query': { stdout } })).toMatchObject({
    outcome: 'pass',
    actual: 'rabbitmq-server 3.10.8 (dpkg)',
  });
});

test('says of a package that was removed that its configuration is still there', async () => {
  const judgement = await audit({ 'dpkg-query': { stdout: 'config-files\t3.10.8\n' } });
  expect(judgement).toMatchObject({
    outcome: 'fail',
    actual: expect.stringContaining('was removed, and left its configuration behind (config-files'),
  });
});

test.each(['half-configured', 'unpacked', 'not-installed'])('fails when dpkg says %s', async (status) => {
  const judgement = await audit({ 'dpkg-query': { stdout: `${status}\t3.10.8\n` } });
  expect(judgement).toMatchObject({ outcome: 'fail', fix: 'apt-get install rabbitmq-server' });
  expect(judgement.actual).toBe(`rabbitmq-server is ${status} in the dpkg database`);
});

test.each([
  ['ID="centos"\nID_LIKE="rhel fedora"\n', 'yum'],
  ['ID="opensuse-leap"\nID_LIKE="suse opensuse"\n', 'zypper'],
  ['ID=arch\n', 'yum'],
])('fails on an RPM system with the guide’s own command (%j)', async (osRelease, installer) => {
  const answers = { 'dpkg-query': notThere, rpm: rpmKnowsNone, 'os-release': { stdout: osRelease } };
  expect(await audit(answers)).toMatchObject({
    outcome: 'fail',
    fix: `${installer} install rabbitmq-server`,
  });
});

test('believes the RPM database on an RPM system that has dpkg as well', async () => {
  const osRelease = { stdout: 'ID=fedora\n' };
  const judgement = await audit({ 'dpkg-query': dpkgKnowsNone, rpm: rpmKnowsNone, 'os-release': osRelease });
  expect(judgement.actual).toBe('rabbitmq-server is not-installed in the rpm database');
});

test.each([
  ['no database', { 'dpkg-query': notThere }, 'neither dpkg-query nor rpm is there'],
  [
    'a database that cannot be read',
    {
      'dpkg-query': {
        exitCode: 2,
        stderr: 'dpkg-query: error: failed to open package info file: Permission denied',
      },
    },
    'dpkg-query ended with exit code 2: dpkg-query: error: failed to open package info file: Permission denied',
  ],
  [
    'an RPM database that is broken while dpkg knows nothing',
    { 'dpkg-query': dpkgKnowsNone, rpm: { exitCode: 1, stderr: 'error: cannot open Packages database' } },
    'rpm ended with exit code 1: error: cannot open Packages database',
  ],
  ['nonsense', { 'dpkg-query': { stdout: 'hello' } }, 'dpkg-query printed something that is not understood'],
  ['a machine that is gone', { 'dpkg-query': new TransportError('unreachable', 'gone') }, 'gone'],
])('could not check with %s', async (_, changes: Answers, reason) => {
  expect(await audit(changes)).toEqual({ outcome: 'could-not-check', severity: 'error', reason });
});
