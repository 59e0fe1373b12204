import { execFileSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { posixQuote } from './posix-quote.ts';

const hostile = [
  ...[
    '$HOME',
    '`id`',
    '$(id)',
    '"; exit 3',
    "it's",
    "'",
    "''",
    "'; reboot; '",
    'two\nlines',
    '',
    ' ',
    '*',
    '~',
  ],
  ...[
    '\\',
    "\\'",
    '!!',
    '#no comment',
    '-e',
    '%s',
    '\t',
    'é€',
    '&& true',
    '|',
    '>file',
    '$' + '{db:Status}\\t',
  ],
];

test('a shell reads hostile arguments as they are, also through two shells', () => {
  const argv = ['printf', '%s\\0', ...hostile];
  const through = (line: string) => execFileSync('sh', ['-c', line], { encoding: 'utf8' });
  expect(through(posixQuote(argv)).split('\0').slice(0, -1)).toEqual(hostile);
  expect(
    through(posixQuote(['sh', '-c', posixQuote(argv)]))
      .split('\0')
      .slice(0, -1),
  ).toEqual(hostile);
});
