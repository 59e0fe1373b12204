import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { readPasswordFile } from './password-file.ts';

const folder = mkdtempSync(join(tmpdir(), 'guideproof-password-file-'));
afterAll(() => rmSync(folder, { recursive: true }));

const secret = 's3cretPassw0rd';

function written(name: string, text: string | Buffer, mode = 0o600): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  chmodSync(path, mode);
  return path;
}

test.each([
  ['s3cret\n', 's3cret'],
  ['s3cret\r\n', 's3cret'],
  ['s3cret', 's3cret'],
  [' a: b # c ', ' a: b # c '],
  ['{"default": "x"}', '{"default": "x"}'],
  ['pässwörd\n', 'pässwörd'],
])('the one line %j', (text, password) => {
  expect(readPasswordFile(written('password', text), expect.fail)(['anything'])).toBe(password);
});

test.each([
  ['password', '', 'expected a password, got none'],
  ['password', '\n', 'expected a password, got none'],
  ['password', `${secret}\n${secret}\n`, 'expected one line, or a name that ends in .yml'],
  ['password', `${secret}\n\n`, 'expected one line'],
  ['password', `${secret}\0`, 'expected a password without control characters, got one that holds some'],
  [
    'password',
    Buffer.from([0xff, 0xfe]),
    'expected a password file that can be read, in UTF-8, got ERR_ENCODING_INVALID',
  ],
  ['p.yml', '', 'expected a mapping of hosts to passwords, each a text, got something else'],
  ['p.yml', `${secret}\n`, 'expected a mapping of hosts to passwords'],
  ['p.yml', `controller1: [${secret}]\n`, 'expected a mapping of hosts to passwords'],
  ['p.yml', 'controller1:\n', 'p.yml, controller1: expected a password, got none'],
  [
    'p.yml',
    `controller1: "${secret}\\u0000"`,
    'p.yml, controller1: expected a password without control characters',
  ],
  ['p.yml', `controller1: "${secret}\n`, 'expected valid YAML or JSON, got a mistake (MISSING_CHAR)'],
  ['p.yml', `a: *${secret}\n`, 'expected a mapping of hosts to passwords'],
  ['p.yml', `a: ${secret}\na: ${secret}\n`, 'expected valid YAML or JSON, got a mistake (DUPLICATE_KEY)'],
  ['p.json', `{"a": "${secret}"`, 'expected valid YAML or JSON, got a mistake'],
  ['p.json', '{}', 'expected a mapping of hosts to passwords'],
])('%s with %j is refused without being repeated', (name, text, message) => {
  const path = written(name, text);
  try {
    readPasswordFile(path, expect.fail);
  } catch (error) {
    expect(error).toMatchObject({ name: 'TargetError', code: 'password' });
    expect((error as Error).message).toContain(message);
    expect(String((error as Error).stack)).not.toContain(secret);
    return;
  }
  expect.fail('expected a TargetError');
});

test('a file that is not there', () => {
  expect(() => readPasswordFile(join(folder, 'nowhere'), expect.fail)).toThrow(
    'expected a password file that can be read, in UTF-8, got ENOENT',
  );
});

test.each([0o640, 0o604, 0o620, 0o610])('a file of mode %o is warned about', (mode) => {
  const warnings: string[] = [];
  const path = written(`open-${mode}`, 's3cret\n', mode);
  readPasswordFile(path, (text) => warnings.push(text));
  expect(warnings).toEqual([
    `${path} is open to others on this machine (mode ${mode.toString(8)}): chmod 600 ${path}`,
  ]);
});

test('a word of the language stays the text it is', () => {
  const lookUp = readPasswordFile(written('words.yml', 'a: yes\nb: 007\nc: null\n'), expect.fail);
  expect(['a', 'b', 'c'].map((name) => lookUp([name]))).toEqual(['yes', '007', 'null']);
  expect(lookUp(['d'])).toBeUndefined();
});
