import type { SshDestination } from './ssh-destination.ts';

/** What ssh(1) prints when a host shows another key than the one that is on record, whether or not it goes on. */
const changed =
  /REMOTE HOST IDENTIFICATION HAS CHANGED|HOST KEY FOR .* HAS CHANGED|differs from the key for/i;

/** Whether the host showed another key than the one that is on record. */
export function hostKeyChanged(said: string): boolean {
  return changed.test(said);
}

/** Says in one line why ssh did not get in, in ssh's own words, and what to do where that is not plain from them. */
export function sshRefusal(destination: SshDestination, said: string): string {
  const words = oneLine(said);
  if (hostKeyChanged(said)) {
    const offending = /^Offending .*$/m.exec(said)?.[0].trim();
    return [
      `the host key has changed, so nothing was run: another machine may be answering in its place`,
      `ssh says "${offending ?? words}"`,
      `if the new key is right, take that line out and log in by hand once`,
    ].join('; ');
  }
  if (/Host key verification failed|No .* host key is known/.test(said)) {
    const hint = `log in by hand once ("${byHand(destination)}") and compare the fingerprint`;
    return `the host key is not known or not accepted: ssh says "${words}"; ${hint}`;
  }
  if (/Permission denied|Too many authentication failures/.test(said)) {
    return `the log-in was refused: ssh says "${words}"; nobody is asked for a password here, so it takes a key or an agent`;
  }
  if (/\bssh: (?:command )?not found$/.test(words)) return 'this host has no ssh: install the OpenSSH client';
  return words === '' ? 'ssh gave no reason' : `ssh says "${words}"`;
}

function byHand({ host, user, port }: SshDestination): string {
  const login = user === undefined ? host : `${user}@${host}`;
  return port === undefined ? `ssh ${login}` : `ssh -p ${port} ${login}`;
}

/** The last of it, which is where ssh gives its reasons; frames of `@` and control characters are left out. */
function oneLine(said: string): string {
  const lines = said
    .replaceAll(/[^\P{Cc}\n]/gu, '')
    .split('\n')
    .map((line) => line.trim());
  return lines
    .filter((line) => line !== '' && !line.includes('@@@'))
    .slice(-3)
    .join('; ')
    .slice(-300);
}
