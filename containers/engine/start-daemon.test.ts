import { expect, test } from 'vitest';
import { daemonEnvironment, explainStart } from './start-daemon.ts';

test('the end of the log is told without its chatter', () => {
  const log =
    'level=info msg="starting"\nlevel=error msg="no"\n\nfailed to start daemon: driver not supported\n';
  const message = explainStart('it ended with exit code 1', log, '/c/engine.log');
  expect(message).toContain(
    'it ended with exit code 1. From /c/engine.log:\nlevel=error msg="no"\nfailed to start daemon: driver not supported\n',
  );
  expect(message).toContain('--privileged');
});

test('a full disk is told plainly', () => {
  const message = explainStart('it ended', 'mkdir /c/data: no space left on device', '/c/engine.log');
  expect(message).toMatch(/The disk is full: make room.*XDG_CACHE_HOME/);
});

test('a daemon gets proxies and its home, and no password', () => {
  const environment = { HOME: '/root', https_proxy: 'http://p', GUIDEPROOF_PASSWORD: 'secret', PATH: '/bin' };
  const given = daemonEnvironment(environment);
  expect(given).toMatchObject({ HOME: '/root', https_proxy: 'http://p' });
  expect(given.PATH).toMatch(/^\/bin:.*\/usr\/sbin/);
  expect(Object.values(given)).not.toContain('secret');
});
