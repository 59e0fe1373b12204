import { expect, test } from 'vitest';
import { splitShellWords } from './shell-words.ts';

test.each([
  [
    'rabbitmqctl set_permissions openstack ".*" ".*" ""',
    [['rabbitmqctl', 'set_permissions', 'openstack', '.*', '.*', '']],
  ],
  ["echo 'a b'\\''c' d\\ e", [['echo', "a b'c", 'd e']]],
  ['echo "a \\" \\$x \\n" # rest "', [['echo', 'a " $x \\n']]],
  ['one \\\n  two', [['one', 'two']]],
  ['a && b || c; d | e & f\ng', [['a'], ['b'], ['c'], ['d'], ['e'], ['f'], ['g']]],
  ['a 2>&1 >>f &>g', [['a', '2', '>&', '1', '>>', 'f', '&>', 'g']]],
  ['a#b "&&" \';\'', [['a#b', '&&', ';']]],
  ['', []],
])('%j is split as a shell would', (text, commands) => {
  expect(splitShellWords(text)).toEqual(commands);
});

test.each(["echo it's", 'echo "open', 'echo "open \\"'])('%j has a quote that nothing closes', (text) => {
  expect(splitShellWords(text)).toBeUndefined();
});
