import { expect, test } from 'vitest';
import { outline } from './outline.fixture.ts';
import { readGuide } from './read-guide.ts';

const read = (name: string) => readGuide(`guide/fixtures/${name}.rst`, 'debian');
const said = (name: string) => outline(read(name));

test('promised output is found deeper, after a blank line, and flush with the prompt', () => {
  const output = said('promised-output').filter((line) => line.startsWith('output.'));
  expect(output).toEqual([
    'output.1.1 Creating user "openstack" ...|...done. :12',
    'output.2.1 Listing users ...||openstack [] :21',
    'output.3.1 Listing vhosts ...|/ :32',
    'output.3.2 # Generated for this node|#tail|  # rabbitmqctl is not typed here :35',
  ]);
});

test('prompts of shells and of programs, and lines that are carried on', () => {
  expect(said('prompts')).toEqual([
    '1 As a user, and then as root :7',
    'step.1.1 $ sudo rabbitmqctl status :11',
    'step.1.2 # rabbitmqctl status :12',
    'step.1.3 # rabbitmqctl report :13',
    'step.1.4 # rabbitmqctl version :14',
    '2 Over several lines :16',
    'step.2.1 # rabbitmqctl set_permissions \\\n    -p / openstack \\\n    ".*" ".*" ".*" :20',
    'output.2.1 Setting permissions :23',
    'step.2.2 $ echo one \\\ntwo \\\n  > /tmp/three :24',
    'step.2.3 $ cat <<EOF\nalpha\nEOF :27',
    'step.2.4 # rabbitmqctl eval \'io:format("hello").\nok.\' :30',
    "step.2.5 # echo it's open :32",
    'output.2.5 it is :33',
    '3 In another program :35',
    'step.3.1 # mysql :37',
    'step.3.2 mysql> SELECT user\nFROM mysql.user; :38',
    'output.3.2 user :40',
    'step.3.3 MariaDB [(none)]> EXIT :41',
    'output.3.3 Bye :42',
    '4 In a shell of its own :44',
    'step.4.1 > rabbitmqctl.bat status :48',
    'step.4.2 > rabbitmqctl.bat stop :49',
    'output.4.2 Stopping :50',
  ]);
});

test('what nobody could carry out is said, never left out', () => {
  expect(said('unrecognised')).toEqual([
    '1 Look at the broker :7',
    'step.1.1 unrecognised :11',
    '2 Fetch the broker :13',
    'step.2.1 unrecognised :13',
    '3 Have a setting :21',
    'step.3.1 unrecognised :23',
    '4 The broker keeps a log :27',
    '(explains, asks for nothing) :27',
    'step.4.1 unrecognised :27',
    'step.4.2 unrecognised :27',
    'step.4.3 unrecognised :28',
    '5 Show a prompt :30',
    'step.5.1 unrecognised :32',
    'step.5.2 unrecognised :36',
    '(shows something (image)) :40',
    '6 Copy the file over :42',
    'step.6.1 unrecognised :42',
  ]);
  const [block] = read('unrecognised').steps[0]?.actions ?? [];
  expect(block).toMatchObject({ expected: expect.stringContaining('a prompt') });
});

test('a shell keeps what it was told, and its variables are no replaceables', () => {
  const { steps, replaceables } = read('shell-state');
  expect(steps[0]?.actions.map((action) => action.kind === 'command' && action.command)).toEqual([
    'export RABBIT_PASS=SECRET_OF_YOURS',
    'sudo rabbitmqctl add_user openstack "$RABBIT_PASS"',
    'cd /var/lib/rabbitmq',
    // biome-ignore lint/suspicious/noTemplateCurlyInString: a shell's variable
    'echo ${RABBIT_PASS}',
    false,
  ]);
  expect(replaceables.map(({ name, usedAt }) => [name, usedAt.length])).toEqual([['SECRET_OF_YOURS', 1]]);
});
