import { expect, test } from 'vitest';
import { linted } from '../lint-text.fixture.ts';

const found = (text: string) => linted(text, 'nothing-follows');
const install = (only: string) => `1. Install the
   package:

   .. only:: ${only}

      .. code-block:: console

         # apt install rabbitmq-server
`;

test('an announcement that is empty for some readers is found, with the sentence and the readers', () => {
  expect(found(install('ubuntu'))).toEqual([
    '1 “Install the package:” (for debian, rdo, obs): expected something below it, got nothing',
  ]);
  expect(
    found(`${install('not obs')}\n* Do this:\n\nAfterwards\n----------\n\n.. note:: Beware of:\n`),
  ).toEqual([
    '1 “Install the package:” (for obs): expected something below it, got nothing',
    '10 “Do this:”: expected something below it, got nothing',
    '15 “Beware of:”: expected something below it, got nothing',
  ]);
});

test('what is announced may stand anywhere below, and a field of RST announces nothing', () => {
  expect(found(`:orphan:\n\nQueue\n-----\n\n${install('not html')}`)).toEqual([]);
  expect(found('1. Look:\n\n.. code-block:: console\n\n   # rabbitmqctl status\n')).toEqual([]);
});
