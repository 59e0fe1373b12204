import { expect, test } from 'vitest';
import { isInstruction } from './instruction.ts';

test.each([
  'Reboot the machine.',
  '(Optional) Add a second account:',
  'Then, finally, restart it.',
  'If nothing listens, reboot the machine.',
  'In the [Socket] section, set the address:',
  'You must open port 5672.',
  '# rabbitmqctl status',
  'Wait for it, then run rabbitmqctl status.',
  'The file is read at boot, and then start the broker.',
])('“%s” asks for something', (sentence) => {
  expect(isInstruction(sentence)).toBe(true);
});

test.each([
  'The broker starts with the system.',
  'This gives configure, write, and read access.',
  'It starts slowly, then they run.',
  'See the manual of the broker.',
  'Started services show up here.',
])('“%s” asks for nothing', (sentence) => {
  expect(isInstruction(sentence)).toBe(false);
});
