import { expect, test } from 'vitest';
import { suggestedFor } from './suggested.fixture.ts';

const commands = ['systemctl daemon-reload', 'systemctl restart epmd.socket'];
const suse = { id: 's', tag: 'obs', repair: { commands } } as const;

const remedy = (list: string): string => `Broker
======

Set up
------

1. Start it:

   .. code-block:: console

      # systemctl start rabbitmq-server.service

   In case it does not start and returns a \`\`nodedown\`\` error, perform the following actions:

${list}
2. Look at it.
`;

test('an item is put before the start, as the list and the file are written', () => {
  const text = remedy(`   * Copy the \`\`/a\`\` file to the \`\`/b\`\` directory.

   * Start the message queue service again.
`);
  const { patched, proposals } = suggestedFor({ 'chapter.rst': text }, [suse]);
  expect(patched['chapter.rst']).toBe(
    text.replace(
      '   * Start',
      `   * Reload the configuration of systemd and restart \`\`epmd.socket\`\`:

     .. code-block:: console

        # systemctl daemon-reload
        # systemctl restart epmd.socket

   * Start`,
    ),
  );
  expect(proposals).toMatchObject([{ removes: [{ id: 'remedy.1.2', target: 's' }], newCommands: commands }]);
});

test('a list that numbers itself keeps its marker, and a file its directive, depth and closing comments', () => {
  const text = remedy(`   #. Copy the \`\`/a\`\` file to the \`\`/b\`\` directory.
   #. Start the message queue service again.
`).replace(
    '   .. code-block:: console\n\n      # systemctl start rabbitmq-server.service\n',
    '   .. sourcecode:: console\n\n     # systemctl start rabbitmq-server.service\n\n   .. end\n',
  );
  const { patched } = suggestedFor({ 'chapter.rst': text }, [suse]);
  expect(
    patched['chapter.rst'],
  ).toContain(`   #. Reload the configuration of systemd and restart \`\`epmd.socket\`\`:

      .. sourcecode:: console

        # systemctl daemon-reload
        # systemctl restart epmd.socket

      .. end

   #. Start the message`);
});

test('a list that is numbered by hand is numbered anew', () => {
  const text = remedy(`   1. Copy the \`\`/a\`\` file to the \`\`/b\`\` directory.

   2. Start the message queue service again.

   3. Be glad.

   Then go on.
`);
  const { patched } = suggestedFor({ 'chapter.rst': text }, [suse]);
  expect(patched['chapter.rst']).toMatch(
    /1\. Copy[\s\S]*2\. Reload[\s\S]*3\. Start[\s\S]*4\. Be glad\.\n\n {3}Then go on\.\n\n2\. Look/,
  );
});

test('where a number would grow wider, that is left to the author', () => {
  const items = Array.from(
    { length: 9 },
    (_, index) => `   ${index + 1}. Start the message queue service again.\n`,
  );
  const { proposals, leftOut } = suggestedFor({ 'chapter.rst': remedy(items.join('\n')) }, [suse]);
  expect(proposals).toEqual([]);
  expect(leftOut).toMatchObject([{ targets: ['s'], reason: expect.stringContaining('grow wider') }]);
});

test('in a remedy of commands the missing ones are typed before the start', () => {
  const text = remedy(
    '   .. code-block:: console\n\n      $ sudo cp /a /b\n      $ sudo systemctl start rabbitmq-server\n',
  );
  const { patched } = suggestedFor({ 'chapter.rst': text }, [suse]);
  expect(patched['chapter.rst']).toContain(
    '      $ sudo cp /a /b\n      $ sudo systemctl daemon-reload\n      $ sudo systemctl restart epmd.socket\n      $ sudo systemctl start',
  );
});

test('an edit that has to be another one is left to the author, in words', () => {
  const text = remedy('   * Start the message queue service again.\n');
  const { leftOut } = suggestedFor({ 'chapter.rst': text }, [
    { ...suse, repair: { commands, edit: 'keep A and add B' } },
  ]);
  expect(leftOut).toMatchObject([{ reason: 'how to word it is for the author: keep A and add B' }]);
});

test('a sentence in the middle of an item is left to the author', () => {
  const text = remedy('   * Breathe deeply. Start the message queue service again.\n');
  const { leftOut } = suggestedFor({ 'chapter.rst': text }, [suse]);
  expect(leftOut).toMatchObject([{ reason: expect.stringContaining('does not begin its item') }]);
});
