import { expect, test } from 'vitest';
import { promptOn } from './prompts.ts';

test.each([
  ['Do you want to continue? [Y/n] ', 'apt'],
  ['Is this ok [y/N]: ', 'yum'],
  ['Continue? [y/n/v/...? shows all options] (y): ', 'zypper'],
])('knows %j', (line, program) => {
  expect(promptOn(line)?.program).toBe(program);
});

test.each(['Fetched 45 MB [Y/n] in 3 s', 'password: ', ''])('does not answer %j', (line) => {
  expect(promptOn(line)).toBeUndefined();
});
