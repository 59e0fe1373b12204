import { expect, test } from 'vitest';
import { answering, connectionClose, listen, loginAnswers } from '../../access/amqp-peer.fixture.ts';
import type { RootShell } from '../../procedure/root-shell.ts';
import { fakeSite } from '../control-site.fixture.ts';
import { passwordChecks } from './index.ts';
import type { PasswordSite } from './password-evidence.ts';
import { tryPasswords } from './try-passwords.ts';

/** A shell on which quotes are never closed. */
function waitingShell(killed: Promise<void>): RootShell {
  return {
    async run(line, { onOutput }) {
      const result = { output: '4711\n', answered: [], durationMs: 1 } as const;
      if (line.startsWith('PS2=')) return { ...result, exitCode: 0, ended: 'itself' };
      onOutput?.('[mo');
      onOutput?.('re]');
      await killed;
      return { ...result, ended: 'shell-gone' };
    },
    [Symbol.asyncDispose]: async () => undefined,
  };
}

function siteAt(port: number): PasswordSite & { readonly commands: readonly string[] } {
  let kill = (): void => undefined;
  const killed = new Promise<void>((resolve) => {
    kill = resolve;
  });
  const { transport, address, commands } = fakeSite({}, () => {
    kill();
    return {};
  });
  const command = {
    user: 'openstack',
    where: { file: 'chapter.rst', line: 1 },
    typed: (user: string, password: string) => `add ${user} ${password}`,
  };
  return {
    commands,
    command,
    transport,
    timeoutMs: 1_000,
    openShell: async () => waitingShell(killed),
    address: () => ({ ...address(), port }),
  };
}

test('a line that waits is given up at once by way of its shell, and every check has a result', async () => {
  const refused = { '10.11': () => connectionClose(403, 'ACCESS_REFUSED - no') };
  let logins = 0;
  await using peer = await listen((socket) => {
    // The first login is that of the account itself.
    logins += 1;
    answering(logins === 1 ? loginAnswers : { ...loginAnswers, ...refused })(socket);
  });
  const site = siteAt(peer.port);
  const tried = await tryPasswords(site);
  const results = tried.known ? tried.value : [];
  expect(results.map(({ id }) => id)).toEqual(passwordChecks.map(({ id }) => id));
  expect(new Set(results.map(({ judgement }) => judgement.actual))).toEqual(
    new Set(['no password is stored: the shell waits for a closing quote']),
  );
  expect(new Set(site.commands)).toEqual(new Set(['kill -KILL 4711']));
});

test('where nobody gets in, no password is tried', async () => {
  const site = siteAt(1);
  expect(await tryPasswords(site)).toEqual({ known: false, reason: 'connection refused (login)' });
  expect(site.commands).toEqual([]);
});
