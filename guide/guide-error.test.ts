import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { GuideError } from './guide-error.ts';
import { outline } from './outline.fixture.ts';
import { readGuide } from './read-guide.ts';

const path = join(mkdtempSync(join(tmpdir(), 'guide-')), 'chapter.rst');

const read = (source: string | Uint8Array) => {
  writeFileSync(path, source);
  return readGuide(path, 'debian');
};

const errorOf = (source: string | Uint8Array) => {
  try {
    read(source);
  } catch (error) {
    if (error instanceof GuideError) return `${error.code} ${error.message.replace(path, '')}`;
    throw error;
  }
  return 'none';
};

const lines = (...texts: string[]) => `${texts.join('\n')}\n`;
const step = (...texts: string[]) =>
  lines('Set up', '------', '', '1. Fetch it:', '', ...texts.map((text) => `   ${text}`));

test.each([
  ['an only without an expression', step('.. only::', '', '   x'), /^malformed :6: expected a tag/],
  [
    'an only without a body',
    step('.. only:: rdo'),
    /^malformed :6: expected content indented under “.. only::”, got none/,
  ],
  [
    'an only whose text is taken for its expression',
    step('.. only:: rdo', '   x'),
    /^malformed :7: expected a blank line/,
  ],
  [
    'a code block without a language',
    step('.. code-block::', '', '   # x'),
    /^malformed :6: expected a language/,
  ],
  [
    'an empty code block',
    step('.. code-block:: console', '', 'Text.'),
    /^malformed :6: expected content indented/,
  ],
  ['an empty note', step('.. note::'), /^malformed :6: expected content indented under “.. note::”/],
  [
    'a line out of step',
    step('.. code-block:: console', '', '     # x', '   # y'),
    /^malformed :9: .* line 8, or none, got 2 columns less/,
  ],
  [
    'a directive in a block',
    step('.. code-block:: ini', '', '   x', '   .. code-block:: ini'),
    /^malformed :9: expected a directive outside/,
  ],
  [
    'a block right under a paragraph',
    step('Do it:', '.. code-block:: console', '', '   # x'),
    /^malformed :7: expected a blank line/,
  ],
  ['a list right under a paragraph', step('Do this:', '* Reboot.'), /^malformed :7: expected a blank line/],
  [
    'a numbered list right under a paragraph',
    step('Do this:', '1. Reboot.'),
    /^malformed :7: expected a blank line/,
  ],
  [
    'an item that goes on outside itself',
    lines('1. Fetch', 'it:'),
    /^malformed :2: expected a blank line, or the item's text going on 3/,
  ],
  ['a colon too few', step('.. only: rdo', '', '   x'), /^malformed :6: expected the directive “.. only::”/],
  ['a space too few', step('..code-block:: console', '', '   x'), /^malformed :6: expected the directive/],
  [
    'a step hidden by a closing comment',
    lines('.. endonly', '', '   2. Reboot.'),
    /^malformed :3: expected nothing indented under “.. endonly”/,
  ],
  [
    'a tab',
    step('.. code-block:: console', '', '\t# x'),
    /^malformed :8: expected indentation by spaces, got a tab/,
  ],
  ['a tab after a number', lines('1.\tFetch it.'), /^malformed :1: expected indentation by spaces/],
  [
    'a literal left open',
    step('Copy the ``/x file.'),
    /^malformed :6: expected “``” at the end of the literal/,
  ],
  [
    'a title underlined too shortly',
    lines('Set it up', '-----'),
    /^malformed :2: expected a line of at least 9 characters/,
  ],
  [
    'a title with two different lines',
    lines('======', 'Set up', '------'),
    /^malformed :3: expected the same line as above/,
  ],
  [
    'a title with a line above alone',
    lines('======', 'Set up', '', 'x'),
    /^malformed :2: expected ====== again/,
  ],
  [
    'a literal block without lines',
    step('Type::', '', 'x'),
    /^malformed :6: expected an indented block after “::”/,
  ],
  ['an include without a file', step('.. include::'), /^malformed :6: expected a file/],
  [
    'a part of a file',
    step('.. include:: x.rst', '   :start-line: 3'),
    /^malformed :7: expected an include of a whole file/,
  ],
  [
    'a file that includes itself',
    step('.. include:: chapter.rst'),
    /^malformed :6: expected an include that ends/,
  ],
  [
    'an included file that is not there',
    step('.. include:: nowhere.rst'),
    /^missing :6: expected a file .*nowhere\.rst, got none/,
  ],
  ['an empty file', '\n \n', /^empty :1: expected a chapter, got nothing/],
  [
    'a chapter without steps',
    lines('Queue', '=====', '', 'It is fast.'),
    /^no-procedure :1: expected steps for debian/,
  ],
  ['steps for others alone', lines('.. only:: rdo', '', '   1. Reboot.'), /^no-procedure/],
  ['bytes that are not text', new Uint8Array([0xff, 0xfe, 0x31]), /^malformed :1: expected UTF-8 text/],
])('%s', (_name, source, message) => {
  expect(errorOf(source)).toMatch(message);
});

test('the place of an error is a value too', () => {
  expect(() => read(step('.. only:: rdo'))).toThrow(
    expect.objectContaining({ where: { file: path, line: 6 } }),
  );
});

test('Windows line ends, a byte order mark, tabs in output and dashes in prose are fine', () => {
  const source = step(
    '.. code-block:: console',
    '',
    '   # rabbitmqctl list_users',
    '   openstack\t[]',
    '',
    'It is',
    '-- so to say -- fine.',
  );
  expect(outline(read(`\ufeff${source.replaceAll('\n', '\r\n')}`))).toEqual([
    '1 Fetch it :4',
    'step.1.1 # rabbitmqctl list_users :8',
    'output.1.1 openstack\t[] :9',
    '(explains, asks for nothing) :11',
  ]);
});

test('a closing comment out of line is no defect of form, and is part of nothing', () => {
  const source = step(
    '.. only:: debian',
    '',
    '      .. code-block:: console',
    '',
    '         # reboot',
    '       .. end',
    '',
    ' .. endonly',
    '',
    'So be it.',
  );
  expect(outline(read(source))).toEqual([
    '1 Fetch it :4',
    'step.1.1 # reboot :10',
    '(explains, asks for nothing) :15',
  ]);
});

test('an instruction before the first step of an untitled part is kept, the introduction is not', () => {
  const source = lines(
    'Queue',
    '=====',
    '',
    'It is fast.',
    '',
    'Log in as root.',
    '',
    '1. Restart the broker service.',
  );
  expect(outline(read(source))).toEqual([
    '0 Queue :1',
    'step.0.1 unrecognised :6',
    '1 Restart the broker service :8',
    'step.1.1 start-service :8',
  ]);
});

test('what is one line down and deeper is read by itself, unless it is the rest of a sentence', () => {
  const source = step(
    'Replace ``A_B`` with',
    '  ``c`` or d.',
    '',
    'It is a term.',
    '  # reboot',
    '',
    'So be it. # reboot',
  );
  expect(outline(read(source))).toEqual([
    '1 Fetch it :4',
    'step.1.1 unrecognised :4',
    '(A_B) :6',
    '(explains, asks for nothing) :9',
    'step.1.2 unrecognised :10',
    '(explains, asks for nothing) :12',
    'step.1.3 unrecognised :12',
  ]);
});
