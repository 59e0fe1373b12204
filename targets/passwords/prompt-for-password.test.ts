import { PassThrough } from 'node:stream';
import { expect, test } from 'vitest';
import { promptForPassword, type Terminal } from './prompt-for-password.ts';

/** A terminal that types `keys`, and tells what was shown and how it was set. */
function terminal(keys: readonly (string | Buffer)[], tty = { input: true, output: true }) {
  const shown: string[] = [];
  const modes: boolean[] = [];
  const stream = new PassThrough();
  const setRawMode = (mode: boolean): void => {
    modes.push(mode);
    for (const key of mode ? keys : []) stream.write(key);
  };
  const input = Object.assign(stream, { isTTY: tty.input, setRawMode });
  const output = { isTTY: tty.output, write: (text: string) => shown.push(text) };
  return { terminal: { input, output } as unknown as Terminal, shown, modes, stream };
}

test.each([
  [['s3cret\r'], 's3cret'],
  [['s3', 'cret', '\n'], 's3cret'],
  [['s3crex\u007ft\r'], 's3cret'],
  [['nö\bs3cret\u0015s\r'], 's'],
  [['s3\u001b\u0009cret\r'], 's3cret'],
  [[Buffer.from([0xc3]), Buffer.from([0xa9]), '\r'], 'é'],
  [['s3cret\u0004'], 's3cret'],
  [['\r'], undefined],
  [['\u0004'], undefined],
])('%j is typed', async (keys, password) => {
  const { terminal: at, shown, modes, stream } = terminal(keys);
  expect(await promptForPassword('Password: ', at)).toBe(password);
  expect(shown).toEqual(['Password: ', '\n']);
  expect(modes).toEqual([true, false]);
  expect(stream.listenerCount('data')).toBe(0);
});

test('Ctrl-C leaves, and the terminal is as it was', async () => {
  const { terminal: at, modes } = terminal(['s3cret\u0003']);
  await expect(promptForPassword('Password: ', at)).rejects.toMatchObject({
    code: 'interrupted',
    message: 'password prompt: expected a password (empty to go on without), got Ctrl-C',
  });
  expect(modes).toEqual([true, false]);
});

test.each([
  { input: false, output: true },
  { input: true, output: false },
])('nobody is asked where %o is the terminal', async (tty) => {
  const { terminal: at, shown } = terminal([], tty);
  expect(await promptForPassword('Password: ', at)).toBeUndefined();
  expect(shown).toEqual([]);
});
