import { expect, test } from 'vitest';
import { type Showing, suggestedFor } from './suggested.fixture.ts';

const debian = (id: string, ...prints: string[]): Showing => ({ id, tag: 'debian', prints });
const ubuntu = (id: string, ...prints: string[]): Showing => ({ id, tag: 'ubuntu', prints });
const adding = 'Adding user "openstack" ...\nDone. Don\'t forget to grant the user permissions!';

const chapter = (block: string, before = ''): string => `Broker
======

Set up
------
${before}
1. Add the user:

   .. code-block:: console

${block}
   .. end

#. Look at it.
`;
const indented =
  '      # rabbitmqctl add_user openstack RABBIT_PASS\n        Creating user "openstack" ...\n';

test('a line that is printed with other words is brought up to date, and no line is added', () => {
  const { patched, proposals } = suggestedFor({ 'chapter.rst': chapter(indented) }, [debian('d', adding)]);
  expect(patched['chapter.rst']).toBe(
    chapter(indented.replace('Creating user "openstack" ...', 'Adding user "openstack" ...')),
  );
  expect(proposals).toMatchObject([{ removes: [{ id: 'output.1.1', target: 'd' }], readBy: ['d'] }]);
});

test.each([
  ['flush with the prompt', '      # rabbitmqctl list_users\n      Listing users now\n'],
  ['under a blank line', '      # rabbitmqctl list_users\n\n        Listing users now\n'],
  ['deeper', '      # rabbitmqctl list_users\n           Listing users now\n'],
])('output %s stays where it stands', (_, block) => {
  const { patched } = suggestedFor({ 'chapter.rst': chapter(block) }, [debian('d', 'Listing users ...\n')]);
  expect(patched['chapter.rst']).toBe(chapter(block.replace('users now', 'users ...')));
});

const listing = `      # rabbitmqctl list_users
        Listing users ...
        openstack []
        ...done.
`;

test('what is printed between two promised lines comes in, and what is not printed any more goes', () => {
  const { patched } = suggestedFor({ 'chapter.rst': chapter(listing) }, [
    debian('d', 'Listing users ...\nuser\ttags\nopenstack\t[]\n'),
  ]);
  expect(patched['chapter.rst']).toBe(
    chapter(
      '      # rabbitmqctl list_users\n        Listing users ...\n        user\ttags\n        openstack\t[]\n',
    ),
  );
});

test('where distributions that read one block differ, an elision stands', () => {
  const text = chapter(listing.replaceAll(/^(?=.)/gm, '   ').replace(/^/, ''), '').replace(
    '   .. code-block:: console',
    '   .. only:: ubuntu or debian\n\n      .. code-block:: console',
  );
  const { patched, proposals } = suggestedFor({ 'chapter.rst': text }, [
    debian('d', 'Listing users ...\nname tags\nopenstack []\nthe end\n'),
    ubuntu('u', 'Listing users ...\nuser role since\nopenstack []\n'),
  ]);
  expect(patched['chapter.rst']).toContain(
    '           Listing users ...\n           ...\n           openstack []\n\n   .. end',
  );
  expect(proposals[0]?.removes.map(({ target }) => target)).toEqual(['d', 'u']);
});

test('where they differ in some words of a line, only these are elided', () => {
  const { patched } = suggestedFor({ 'chapter.rst': chapter(indented) }, [
    debian('d', adding),
    debian('e', 'Making user "openstack" ...'),
  ]);
  expect(patched['chapter.rst']).toContain('        ... user "openstack" ...\n');
});

test('one that keeps the promise is heeded, too', () => {
  const { patched } = suggestedFor({ 'chapter.rst': chapter(indented) }, [
    debian('d', adding),
    debian('old', 'Creating user "openstack" ...'),
  ]);
  expect(patched['chapter.rst']).toContain('        ... user "openstack" ...\n');
});

test.each([
  ['nothing in common', ['Aaa bbb', 'Ccc ddd'], 'nothing in common'],
  ['nothing at all', ['', ''], 'prints nothing any more'],
  ['too much', [`${'x\n'.repeat(13)}`, `${'x\n'.repeat(13)}`], 'too long to show'],
])('where what is printed has %s, that is said', (_, prints, reason) => {
  const showings = prints.map((text, index) => debian(`d${index}`, text));
  const { proposals, leftOut } = suggestedFor({ 'chapter.rst': chapter(indented) }, showings);
  expect(proposals).toEqual([]);
  expect(leftOut).toMatchObject([
    { id: 'output.1.1', targets: ['d0', 'd1'], reason: expect.stringContaining(reason) },
  ]);
});

test('an elision of the guide stays', () => {
  const block = listing.replace('openstack []', '...\n        openstack as administrator');
  const { patched } = suggestedFor({ 'chapter.rst': chapter(block) }, [
    debian('d', 'Listing users ...\na\nb\nopenstack as operator\n'),
  ]);
  expect(patched['chapter.rst']).toContain(
    '        Listing users ...\n        ...\n        openstack as operator\n\n   .. end',
  );
});

test('a replaceable stays one where its value was printed, secret or not', () => {
  const block = '      # rabbitmqctl add_user openstack RABBIT_PASS\n        Adding openstack with\n';
  const text = chapter(block).replace(
    'Look at it.',
    'Run ``ping MANAGEMENT_IP_ADDRESS``.\n\n   .. code-block:: console\n\n      # ping MANAGEMENT_IP_ADDRESS',
  );
  const { patched } = suggestedFor({ 'chapter.rst': text }, [
    {
      ...debian('d', 'Adding openstack with [RABBIT_PASS] on 10.0.0.1:5672 not 10.0.0.12'),
      values: { MANAGEMENT_IP_ADDRESS: '10.0.0.1' },
    },
  ]);
  expect(patched['chapter.rst']).toContain(
    '        Adding openstack with RABBIT_PASS on MANAGEMENT_IP_ADDRESS:5672 not 10.0.0.12\n',
  );
});

test('the ends of lines stay as they are, and a last line without one too', () => {
  const text = chapter(indented).split('   .. end')[0]?.trimEnd().replaceAll('\n', '\r\n') ?? '';
  const { patched, diff } = suggestedFor({ 'chapter.rst': text }, [debian('d', adding)]);
  expect(patched['chapter.rst']).toBe(text.replace('Creating', 'Adding'));
  expect(diff).toContain('-        Creating user "openstack" ...\n\\ No newline at end of file\n');
});

test('distributions that read the line and were not run are named', () => {
  const { proposals } = suggestedFor(
    { 'chapter.rst': chapter(indented) },
    [debian('d', adding)],
    ['ubuntu', 'obs'],
  );
  expect(proposals[0]?.remarks).toEqual([
    'Readers on ubuntu see line 12 too; none of their distributions was run.',
    'Readers on obs see line 12 too; none of their distributions was run.',
  ]);
});

test('beside a distribution itself a stand-in has no say, but what it prints is told', () => {
  const standIn = { ...ubuntu('u', 'Something else'), kind: 'stand-in' } as const;
  const { proposals, patched } = suggestedFor({ 'chapter.rst': chapter(indented) }, [
    debian('d', adding),
    standIn,
  ]);
  expect(patched['chapter.rst']).toContain('        Adding user "openstack" ...\n');
  expect(proposals).toMatchObject([
    {
      kind: 'proven',
      readBy: ['d'],
      remarks: ['u, a stand-in, reads line 12 too and prints something else there, which proves nothing.'],
    },
  ]);
});

test('what only stand-ins show is left out of a run on distributions, and rehearsed in a run without', () => {
  const text = chapter('').replace(
    '   .. code-block:: console\n\n\n   .. end\n',
    ['debian', 'ubuntu']
      .map(
        (tag) =>
          `   .. only:: ${tag}\n\n      .. code-block:: console\n\n${indented.replaceAll(/^/gm, '   ').trimEnd()}\n`,
      )
      .join('\n'),
  );
  const standIn = { ...ubuntu('u', adding), kind: 'stand-in' } as const;
  const mixed = suggestedFor({ 'chapter.rst': text }, [debian('d', adding), standIn]);
  expect(mixed.proposals.map(({ kind, readBy }) => [kind, readBy])).toEqual([['proven', ['d']]]);
  expect(mixed.leftOut).toMatchObject([
    { targets: ['u'], reason: expect.stringContaining('seen on a stand-in alone') },
  ]);
  const alone = suggestedFor({ 'chapter.rst': text }, [standIn]);
  expect(alone.proposals.map(({ kind, readBy }) => [kind, readBy])).toEqual([['rehearsed', ['u']]]);
});

test('an included file is changed where the line stands', () => {
  const parts = {
    'chapter.rst': chapter('').replace(/ {3}.. code-block[\s\S]*.. end/, '   .. include:: parts/add.rst'),
    'parts/add.rst': `.. code-block:: console\n\n${indented.replaceAll(/^ {3}/gm, '')}`,
  };
  const { patched } = suggestedFor(parts, [debian('d', adding)]);
  expect(patched).toEqual({ 'parts/add.rst': parts['parts/add.rst'].replace('Creating', 'Adding') });
});

test('each file of a folder is changed by what its own readers see', () => {
  const name = (tag: string): string => `environment-messaging-${tag}.rst`;
  const files = { [name('debian')]: chapter(indented), [name('ubuntu')]: chapter(indented) };
  const { patched, diff } = suggestedFor(files, [
    { ...debian('d', adding), file: name('debian') },
    { ...ubuntu('u', 'Making user "openstack" ...'), file: name('ubuntu') },
  ]);
  expect(patched[name('debian')]).toContain('Adding user');
  expect(patched[name('ubuntu')]).toContain('Making user');
  expect(diff.match(/^--- a\/environment-messaging-\w+\.rst$/gm)).toHaveLength(2);
});
