import { expect, test } from 'vitest';
import { TransportError } from '../transports/read-transport.ts';
import { readDistribution } from './distribution.ts';
import { type Answer, fakeController } from './fake-controller.fixture.ts';

const read = (osRelease: Answer) => readDistribution(fakeController({ 'os-release': osRelease }));

test.each([
  [
    'PRETTY_NAME="Ubuntu 24.04 LTS"\nID=ubuntu\nID_LIKE=debian\n',
    { name: 'Ubuntu 24.04 LTS', tag: 'ubuntu' },
  ],
  [
    'NAME=x\nPRETTY_NAME=\'CentOS Stream 9\'\nID="centos"\nID_LIKE="rhel fedora"\n',
    { name: 'CentOS Stream 9', tag: 'rdo' },
  ],
  [
    'ID="opensuse-leap"\nID_LIKE="suse opensuse"\nPRETTY_NAME="openSUSE Leap 15.6"\n',
    { name: 'openSUSE Leap 15.6', tag: 'obs' },
  ],
  ['ID=rocky\nID_LIKE="rhel centos fedora"\n', { tag: 'rdo' }],
  ['PRETTY_NAME="A \\"quoted\\" \\$name"\nID=arch\n', { name: 'A "quoted" $name' }],
  ['nonsense', {}],
])('reads %j', async (stdout, distribution) => {
  expect(await read({ stdout })).toEqual(distribution);
});

test('takes the second file where the first is missing', async () => {
  const stderr = 'cat: /etc/os-release: No such file or directory';
  expect(await read({ exitCode: 1, stdout: 'ID=debian\n', stderr })).toEqual({ tag: 'debian' });
});

test.each([{ exitCode: 1 }, new TransportError('unreachable', 'gone')])(
  'knows nothing of a machine that does not say',
  async (answer) => {
    expect(await read(answer)).toEqual({});
  },
);
