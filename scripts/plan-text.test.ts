import { expect, test } from 'vitest';
import { readGuide } from '../guide/read-guide.ts';
import type { DistributionTag } from '../model/distribution.ts';
import { renderPlan } from './plan-text.ts';

const chapter = 'guide/message-queue.rst';
const planned = (guide: string, tag: DistributionTag, ...ids: string[]) => {
  const procedure = readGuide(guide, tag);
  return renderPlan(ids.map((distribution) => ({ distribution, procedure })));
};

test('distributions that share their steps are told of together, with lines, prompts, promises and values', () => {
  expect(planned(chapter, 'debian', 'debian-12', 'debian-13')).toBe(`debian-12 and debian-13 (tag debian)
guide/message-queue.rst: Install and configure components

1. Install the package (line 18)
    24  # apt-get install rabbitmq-server

2. Add the openstack user (line 89)
    93  # rabbitmqctl add_user openstack RABBIT_PASS
        should print: Creating user "openstack" ...
    96  Replace RABBIT_PASS with a suitable password.

3. Permit configuration, write, and read access for the openstack user (line 98)
   103  # rabbitmqctl set_permissions openstack ".*" ".*" ".*"
        should print: Setting permissions for user "openstack" in vhost "/" ...

Values to put in
  - RABBIT_PASS, used on line 93: Replace RABBIT_PASS with a suitable password. (line 96)

In all 3 commands, 2 promised outputs and 1 explanation. Everything was understood.
`);
});

test('a remedy stands under its condition, with what it copies, edits and starts', () => {
  const text = planned(chapter, 'obs', 'leap');
  expect(text).toContain(`
    50  only if “nodedown” is seen: In case the message queue service does not start and returns a
        nodedown error, perform the following actions:
          53  copy /usr/lib/systemd/system/epmd.socket to /etc/systemd/system
          56  edit /etc/systemd/system/epmd.socket to contain
                [Socket]
                ...
                ListenStream=MANAGEMENT_INTERFACE_IP_ADDRESS:4369
          65  Replace MANAGEMENT_INTERFACE_IP_ADDRESS with the IP address of the management network
              interface on your controller node.
          68  Start the message queue service again.
`);
  expect(text).toContain(
    '5 commands, 2 promised outputs, 3 actions told in prose, 1 remedy and 2 explanations',
  );
});

test('what is not understood, or only explained, is said so, with what was expected', () => {
  const text = planned('guide/fixtures/unrecognised.rst', 'debian', 'x');
  expect(text).toContain('\n    27  (not run: explains, asks for nothing) The broker keeps a log.\n');
  expect(text).toContain('\n    27  NOT UNDERSTOOD: Turn it up, then read it.\n');
  expect(text).toContain('Not understood:\n  - line 11: expected a prompt (#, $ or');
  expect(text).toContain('\n  - line 13, line 27, line 28 and line 42: expected one of:');
});

test('commands over several lines keep them, and other files are named', () => {
  expect(planned('guide/fixtures/prompts.rst', 'debian', 'x')).toContain(
    '\n    38  mysql> SELECT user\n               FROM mysql.user;\n        should print: user\n',
  );
  const including = planned('guide/fixtures/including.rst', 'debian', 'x');
  expect(including).toContain('\n2. Add the account (guide/fixtures/parts/account.rst:1)\n');
  expect(including).toContain('\nguide/fixtures/parts/account.rst:5  # rabbitmqctl add_user');
});

test('a sentence that explains two values stands there once, and values are listed with where they are used', () => {
  const text = planned('guide/fixtures/replaceables.rst', 'debian', 'x');
  expect(text.match(/^ +12 {2}Replace RABBIT_USER and RABBIT_VHOST/gm)).toHaveLength(1);
  expect(text).toContain('  - MY_RABBIT_PASS, used on line 27: explained nowhere\n');
  expect(text).toContain('  - RABBIT_VHOST, used nowhere: Replace RABBIT_USER and RABBIT_VHOST with what');
});
