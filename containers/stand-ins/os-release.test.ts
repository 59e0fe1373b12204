import { expect, test } from 'vitest';
import { debian12 } from '../debian/distributions.ts';
import { osRelease } from './os-release.ts';

test('programs see the family that is imitated, people see that it is imitated', () => {
  const text = osRelease({
    id: 'centos',
    like: 'rhel fedora',
    version: '9',
    name: 'CentOS Stream 9',
    on: debian12,
  });
  expect(text.split('\n')).toEqual([
    'NAME="stand-in for CentOS Stream 9 (Debian 12 (bookworm) root file system)"',
    'PRETTY_NAME="stand-in for CentOS Stream 9 (Debian 12 (bookworm) root file system)"',
    'ID="centos"',
    'ID_LIKE="rhel fedora"',
    'VERSION_ID="9"',
    'VARIANT="guideproof stand-in"',
    'VARIANT_ID="stand-in"',
    '',
  ]);
});
