import { expect, test } from 'vitest';
import { findReplaceables, isReplaceable, substitute } from './replaceables.ts';

test('replaceables are capitals with underscores, whole words, neither variables nor names of settings', () => {
  // biome-ignore lint/suspicious/noTemplateCurlyInString: a shell's variable
  const text = 'A_B -x=C_D:1 "E_F" /g/H_I/j $K_L ${M_N} O_P=Q_R S_T = u V x_W Y_Zz 2_B';
  expect(findReplaceables(text)).toEqual(['A_B', 'C_D', 'E_F', 'H_I', 'Q_R']);
});

test('values take the place of whole words only, and are put in as they are', () => {
  const values = { RABBIT_PASS: "$& $1 'x'", PASS: 'never' };
  expect(substitute('add_user openstack RABBIT_PASS', values)).toBe("add_user openstack $& $1 'x'");
  expect(substitute('MY_RABBIT_PASS RABBIT_PASSWORD $RABBIT_PASS toString', values)).toBe(
    'MY_RABBIT_PASS RABBIT_PASSWORD $RABBIT_PASS toString',
  );
  expect(substitute('export RABBIT_PASS=RABBIT_PASS', { RABBIT_PASS: 'x' })).toBe('export RABBIT_PASS=x');
});

test('a word alone may be a replaceable if the guide says so', () => {
  expect(['PASSWORD', 'RABBIT_PASS', 'password', 'A_', '_A', 'Ab'].map(isReplaceable)).toEqual([
    true,
    true,
    false,
    false,
    false,
    false,
  ]);
});
