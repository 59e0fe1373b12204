import { expect, test } from 'vitest';
import { linted } from '../lint-text.fixture.ts';

const closed = `1. Install it:

   .. only:: debian

      .. code-block:: console

         # apt install rabbitmq-server

      .. end

      .. only:: not rdo

         .. code-block:: console

            # rabbitmqctl status

         .. end

      .. endonly

   .. endonly

   .. only:: rdo

      .. code-block:: console

         # dnf install rabbitmq-server

      .. end

   .. endonly
`;

const without = (line: number) =>
  linted(
    closed
      .split('\n')
      .with(line - 1, '')
      .join('\n'),
    'closing-comment',
  );

test('a chapter that closes everything is fine, and so is one that closes nothing', () => {
  expect(linted(closed, 'closing-comment')).toEqual([]);
  expect(linted(closed.replace(/^ *\.\. end.*\n/gm, ''), 'closing-comment')).toEqual([]);
});

test.each([
  [9, 5, '.. code-block:: console', '.. end'],
  [17, 13, '.. code-block:: console', '.. end'],
  [19, 11, '.. only:: not rdo', '.. endonly'],
  [21, 3, '.. only:: debian', '.. endonly'],
  [29, 25, '.. code-block:: console', '.. end'],
  [31, 23, '.. only:: rdo', '.. endonly'],
])('without the comment on line %i, only what it closed is found', (line, at, directive, closer) => {
  const expected = `“${closer}” below it, for the chapter uses closing comments`;
  expect(without(line)).toEqual([`${at} “${directive}”: expected ${expected}, got none`]);
});

test.each([3, 5, 11, 13, 23, 25])('without the directive on line %i, its comment closes nothing', (line) => {
  expect(without(line)).toEqual([expect.stringContaining('expected something open that “.. end')]);
});

test('a comment out of line is found, once, and so is one too many', () => {
  expect(linted(closed.replace(/^ {9}\.\. end$/m, '            .. end'), 'closing-comment')).toEqual([
    '17 “.. end”: expected column 10, as “.. code-block:: console” on line 13, got column 13',
  ]);
  expect(linted(closed.replace(/^ {6}\.\. endonly$/m, '.. endonly'), 'closing-comment')).toEqual([
    '19 “.. endonly”: expected column 7, as “.. only:: not rdo” on line 11, got column 1',
  ]);
  expect(linted(`${closed}\n.. endonly\n`, 'closing-comment')).toEqual([
    '33 expected something open that “.. endonly” closes, got nothing',
  ]);
});
