import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { type ReadCommand, readCommands } from './read-commands.ts';
import { sudoersLine } from './sudoers-line.ts';

test('names the program by its path, and each argument', () => {
  const argv = ['stat', '--format=%F', '/var/lib/rabbitmq/.erlang.cookie'];
  expect(sudoersLine('ops', argv)).toBe(
    'ops ALL=(root) NOPASSWD: /usr/bin/stat --format\\=%F /var/lib/rabbitmq/.erlang.cookie',
  );
});

test('gives no argument a meaning of its own', () => {
  expect(sudoersLine('ops', ['/opt/x', 'a b', 'a,b:c=d', '*?[^a]', '\\.', '#1', '!', '"$1"'])).toBe(
    'ops ALL=(root) NOPASSWD: /opt/x a\\ b a\\,b\\:c\\=d \\*\\?\\[^a\\] \\\\\\\\. \\#1 \\! "$1"',
  );
});

test('a user may be of a domain, or a number', () => {
  expect(sudoersLine('DOM\\ops', ['stat'])).toBe('DOM\\\\ops ALL=(root) NOPASSWD: /usr/bin/stat');
  expect(sudoersLine('#1000', ['stat'])).toBe('#1000 ALL=(root) NOPASSWD: /usr/bin/stat');
});

test('the manual has the line of every read that needs root, and no other', () => {
  const manual = readFileSync(new URL('../docs/check.md', import.meta.url), 'utf8');
  const [, lines = ''] = /```sudoers\n([\s\S]*?)\n```/.exec(manual) ?? [];
  const rooted = Object.values(readCommands)
    .flatMap((make) => (make.length === 0 ? [(make as () => ReadCommand)()] : []))
    .filter(({ needsRoot }) => needsRoot);
  expect(lines.split('\n').sort()).toEqual(rooted.map(({ argv }) => sudoersLine('guideproof', argv)).sort());
});
