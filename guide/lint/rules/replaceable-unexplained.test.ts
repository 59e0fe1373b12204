import { expect, test } from 'vitest';
import { linted } from '../lint-text.fixture.ts';

const found = (text: string) => linted(text, 'replaceable-unexplained');
const step =
  '1. Add the user:\n\n   .. code-block:: console\n\n      # rabbitmqctl add_user openstack RABBIT_PASS\n';
const explanation = 'Replace ``RABBIT_PASS`` with a password.';
const expected = 'expected a sentence that says what to put for it, got none';

test('a value that nobody explains is found where it is used first', () => {
  expect(found(`${step}      # rabbitmqctl authenticate_user openstack RABBIT_PASS\n`)).toEqual([
    `5 RABBIT_PASS: ${expected}`,
  ]);
});

test('an explanation that only some readers see leaves the others without', () => {
  expect(found(`${step}\n   .. only:: ubuntu\n\n      ${explanation}\n`)).toEqual([
    `5 RABBIT_PASS (for debian, rdo, obs): ${expected}`,
  ]);
});

test('explained below, above, in a note or in the introduction is fine', () => {
  expect(found(`${step}\n   ${explanation}\n`)).toEqual([]);
  expect(found(`${step}\n   .. note:: ${explanation}\n`)).toEqual([]);
  expect(found(`Queue\n=====\n\n${explanation}\n\nSet up\n------\n\n${step}`)).toEqual([]);
});
