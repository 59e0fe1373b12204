import { expect, test } from 'vitest';
import { hostKeyChanged, sshRefusal } from './ssh-refusal.ts';

const ops = { host: 'controller', user: 'ops', port: 2222 };
/** As OpenSSH 9.2 prints it. */
const changed = `@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@
@    WARNING: REMOTE HOST IDENTIFICATION HAS CHANGED!     @
@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@
IT IS POSSIBLE THAT SOMEONE IS DOING SOMETHING NASTY!
Offending ED25519 key in /home/me/.ssh/known_hosts:3\r
Host key verification failed.\r
`;

test('a changed host key names the line of known_hosts, and what it may mean', () => {
  expect(hostKeyChanged(changed)).toBe(true);
  expect(sshRefusal(ops, changed)).toMatch(
    /^the host key has changed, so nothing was run: .*"Offending ED25519 key in \/home\/me\/\.ssh\/known_hosts:3".*log in by hand once$/,
  );
});

test.each([
  [
    'No ED25519 host key is known for c and you have requested strict checking.\r\nHost key verification failed.\r\n',
    'log in by hand once ("ssh -p 2222 ops@controller")',
  ],
  [
    'ops@controller: Permission denied (publickey,password).\r\n',
    'says "ops@controller: Permission denied (publickey,password)."',
  ],
  ['/usr/bin/bash: line 1: ssh: command not found\n', 'this host has no ssh'],
  [
    'ssh: connect to host c port 22: Connection refused\r\n',
    'ssh says "ssh: connect to host c port 22: Connection refused"',
  ],
  ['', 'ssh gave no reason'],
])('%j', (said, words) => {
  expect(hostKeyChanged(said)).toBe(false);
  expect(sshRefusal(ops, said)).toContain(words);
});

test('stays one short line whatever a server prints', () => {
  const reason = sshRefusal({ host: 'c' }, `\u001b[31mline\u0007\n${'x'.repeat(1000)}\n`);
  expect(reason).toMatch(/^[ -~]{1,320}$/);
});
