import { expect, test } from 'vitest';
import { chooseInstallation, installCommand } from './installation.ts';

test.each([
  ['Debian', ['apt-get'], 'ID=debian', 'docker.io'],
  ['Fedora', ['dnf'], 'NAME="Fedora Linux"\nID=fedora\n', 'moby-engine'],
  ['Rocky', ['dnf'], 'ID="rocky"\nID_LIKE="rhel centos fedora"', 'podman'],
  ['openSUSE', ['zypper'], 'ID="opensuse-leap"', 'docker'],
])('%s has its own package', (_, managers, osRelease, name) => {
  expect(chooseInstallation(managers, osRelease)?.packages[0]).toBe(name);
});

test('an unknown package manager is left alone', () => {
  expect(chooseInstallation([], 'ID=gentoo')).toBeUndefined();
});

test.each(['apt-get', 'dnf', 'zypper'] as const)('%s asks no question', (manager) => {
  const command = installCommand(manager, ['engine']);
  expect(command[0]).toBe(manager);
  expect(command.at(-1)).toBe('engine');
  expect(command.some((argument) => ['-y', '--non-interactive'].includes(argument))).toBe(true);
});
