import { expect, test } from 'vitest';
import { terminalText } from './terminal-text.ts';

test('shows progress lines at their last state, without colours', () => {
  expect(terminalText('\rReading... 0%\r\rReading... Done\r\r\n\u001b[31mred\u001b[0m\r\n')).toBe(
    'Reading... Done\nred\n',
  );
});

test('leaves no control character behind', () => {
  expect(terminalText('a\u0007b\u0000c\u001ed')).toBe('abcd');
});
