import { expect, test } from 'vitest';
import { linted, lintFiles } from '../lint-text.fixture.ts';

const step = `1. Look:

   .. code-block:: console

      # rabbitmqctl status
`;

test('every malformed place is found, each in what is left when the one before it is skipped', () => {
  const text = `${step}
2. Look at \`\`this.

.. only:: rdo or

   hidden

3. Look again:

   .. code-block::

      # rabbitmqctl report

   .. only: debian

      hidden
`;
  expect(linted(text, 'malformed')).toEqual([
    '7 expected “``” at the end of the literal, got none: “``this.”',
    '9 expected a tag in the only expression “rdo or”, got the end',
    '15 expected a language after “.. code-block::”, got none',
    '19 expected the directive “.. only::”, got “.. only: debian”, which hides what follows',
  ]);
});

test('every tab in an indentation is found, and the rest is read as RST reads it', () => {
  const text = `1. Look:

\t.. code-block:: console

\t   # rabbitmqctl status

   See \`the manual <http://www.rabbitmq.com>\`__.
`;
  expect(linted(text).map((line) => line.split(', got')[0])).toEqual([
    '3 expected indentation by spaces',
    '5 expected indentation by spaces',
    '7 expected https://www.rabbitmq.com',
  ]);
});

test('a chapter with nothing in it, without steps, or that is no text is malformed', () => {
  expect(linted('\n')).toEqual(['1 expected a chapter, got nothing']);
  expect(linted('It is fast.\n')).toEqual(['1 expected steps for a distribution, got none']);
  const own = { 'environment-messaging-rdo.rst': 'Soon.\n', 'environment-messaging.rst': step };
  expect(lintFiles(own).map(({ where, message }) => `${where.file} ${message}`)).toEqual([
    'environment-messaging-rdo.rst expected steps for a distribution, got none',
  ]);
});

test('a chapter that leads to those of the distributions needs no steps itself, nor need all have some', () => {
  const index = 'Queue\n=====\n\n.. toctree::\n\n   environment-messaging-rdo.rst\n';
  expect(lintFiles({ 'environment-messaging.rst': index, 'environment-messaging-rdo.rst': step })).toEqual(
    [],
  );
  expect(linted(`.. only:: rdo\n\n${step.replace(/^(?=.)/gm, '   ')}`)).toEqual([]);
});
