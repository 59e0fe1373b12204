import { expect, test } from 'vitest';
import { sentencesOf } from './sentence.ts';

const paragraph = (...texts: string[]) => {
  const where = { file: 'x.rst', line: 4 };
  return {
    kind: 'paragraph',
    where,
    lines: texts.map((text, at) => ({ file: 'x.rst', line: 4 + at, text })),
  } as const;
};

test('sentences end at full stops outside literals, and know their line', () => {
  const found = sentencesOf(
    paragraph('Copy ``a. B`` to', '``c``. See `X. Y <http://z>`__, e.g. Chapter 2.', '``d`` is it:'),
  );
  expect(found.map(({ text, where }) => `${where.line} ${text}`)).toEqual([
    '4 Copy a. B to c.',
    '5 See X. Y, e.g. Chapter 2.',
    '6 d is it:',
  ]);
});

test('markup is taken off, literals and the roles like them stay marked', () => {
  const [sentence] = sentencesOf(
    paragraph('The :term:`message queue <mq>` *is* **in** :file:`/etc/x`, |not| in ``"*" "*"`` or .* a*b*c.'),
  );
  expect(sentence?.marked).toBe('The message queue is in ``/etc/x``, not in ``"*" "*"`` or .* a*b*c.');
  expect(sentence?.text).toBe('The message queue is in /etc/x, not in "*" "*" or .* a*b*c.');
});

test('a literal that is not closed is malformed, at its line', () => {
  expect(() => sentencesOf(paragraph('Copy ``a`` to', 'the ``b directory.'))).toThrow(
    'x.rst:5: expected “``” at the end of the literal',
  );
});
