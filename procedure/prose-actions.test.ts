import { expect, test } from 'vitest';
import type { CopyFile, EditFile, StartService } from '../model/procedure.ts';
import { TransportError } from '../transports/transport-error.ts';
import { copyFile } from './copy-file.ts';
import { editFile } from './edit-file.ts';
import { fakeMachine } from './fake-machine.fixture.ts';
import { startService } from './start-service.ts';

const where = { file: 'guide.rst', line: 7 };
const socket = '/usr/lib/epmd.socket';
const content = '[Socket]\nListenStream=127.0.0.1:4369\nAccept=false\n';
const copy: CopyFile = {
  kind: 'copy-file',
  id: 'step.1.1',
  text: 'Copy the /usr/lib/epmd.socket file to the /etc/system directory.',
  where,
  source: socket,
  destination: '/etc/system',
};
const edit: EditFile = {
  kind: 'edit-file',
  id: 'step.1.2',
  text: 'Edit the /usr/lib/epmd.socket file to contain the following:',
  where,
  path: socket,
  language: 'ini',
  lines: ['[Socket]', '...', 'ListenStream=IP:4369'],
};
const start: StartService = {
  kind: 'start-service',
  id: 'step.1.3',
  text: 'Start the service again.',
  where,
  again: true,
};

test('copies into a directory, under the same name', async () => {
  const { files, workplace, transcript } = fakeMachine({ [socket]: content });
  const { judgement } = await copyFile(copy, workplace);
  expect(judgement).toMatchObject({ outcome: 'pass', command: 'cp -- /usr/lib/epmd.socket /etc/system/' });
  expect(files.get('/etc/system/epmd.socket')).toBe(content);
  expect(transcript).toMatchObject([
    { id: 'step.1.1', command: 'cp -- /usr/lib/epmd.socket /etc/system/', exitCode: 0 },
  ]);
});

test('copies to another name where the guide names a file', async () => {
  const { files, workplace } = fakeMachine({ [socket]: content });
  await copyFile({ ...copy, text: 'Copy the a file to the b file.', destination: '/etc/b' }, workplace);
  expect(files.get('/etc/b')).toBe(content);
});

test('fails to copy what is not there, and says so', async () => {
  const { judgement } = await copyFile(copy, fakeMachine().workplace);
  expect(judgement).toMatchObject({ outcome: 'fail', severity: 'error', expected: 'exit code 0' });
  expect(judgement.actual).toContain('/usr/lib/epmd.socket: No such file or directory');
});

test('edits with the replaceables filled in, and puts the difference on record', async () => {
  const { files, workplace, transcript } = fakeMachine({ [socket]: content });
  const { judgement } = await editFile(edit, workplace);
  expect(files.get(socket)).toBe(`${content}ListenStream=10.0.0.11:4369\n`);
  expect(judgement).toMatchObject({
    outcome: 'pass',
    actual: '“ListenStream=10.0.0.11:4369” was added in [Socket] beside “ListenStream=127.0.0.1:4369”',
  });
  expect(transcript).toMatchObject([{ command: `# edited ${socket}`, exitCode: 0 }]);
  expect(transcript[0]?.output).toContain('+ListenStream=10.0.0.11:4369');
});

test('says how it read an edit that can be read in two ways', async () => {
  const adding = fakeMachine({ [socket]: content }).workplace;
  await editFile(edit, adding);
  expect(adding.ledger.entries).toMatchObject([
    { id: 'edit.reading', where, text: expect.stringContaining('read as “what is there stays”') },
  ]);
  const replacing = fakeMachine({ [socket]: content }).workplace;
  await editFile({ ...edit, lines: ['[Socket]', 'ListenStream=IP:4369'] }, replacing);
  expect(replacing.ledger.entries[0]?.text).toContain('in place of “ListenStream=127.0.0.1:4369”');
  const plain = fakeMachine({ [socket]: content }).workplace;
  await editFile({ ...edit, lines: ['[Socket]', 'FreeBind=true'] }, plain);
  expect(plain.ledger.entries).toEqual([]);
});

test('an edit that is there already changes nothing', async () => {
  const { ran, workplace } = fakeMachine({ [socket]: content });
  const { judgement } = await editFile({ ...edit, lines: ['[Socket]', 'Accept = false'] }, workplace);
  expect(judgement).toMatchObject({ outcome: 'pass', actual: 'it did already' });
  expect(ran).toEqual([`cat -- ${socket}`]);
});

test('fails to edit a file that is not there', async () => {
  const { files, workplace } = fakeMachine();
  const { judgement } = await editFile(edit, workplace);
  expect(judgement).toMatchObject({
    outcome: 'fail',
    severity: 'error',
    expected: `a file ${socket} to edit`,
  });
  expect(judgement.actual).toContain('No such file or directory');
  expect(files.size).toBe(0);
});

test('makes a file that the guide says to create', async () => {
  const { files, workplace } = fakeMachine();
  await editFile(
    { ...edit, text: 'Create the file to contain the following:', lines: ['a = IP'] },
    workplace,
  );
  expect(files.get(socket)).toBe('a = 10.0.0.11\n');
});

test('no secret gets into the record of an edit', async () => {
  const { files, workplace, transcript } = fakeMachine({ [socket]: 'password = x\n' });
  const lines = ['password = PASS'];
  const { judgement } = await editFile({ ...edit, lines }, workplace);
  expect(files.get(socket)).toBe('password = s3cret\n');
  expect(JSON.stringify([transcript, workplace.ledger.entries, judgement])).not.toContain('s3cret');
});

test('leaves alone what are no settings, or no text', async () => {
  const erlang = fakeMachine({ [socket]: content });
  expect((await editFile({ ...edit, lines: ['[{rabbit, []}].'] }, erlang.workplace)).judgement).toMatchObject(
    {
      outcome: 'could-not-check',
      reason: expect.stringContaining('[{rabbit, []}].'),
    },
  );
  const binary = fakeMachine({ [socket]: 'a\ufffdb' });
  expect((await editFile(edit, binary.workplace)).judgement.outcome).toBe('could-not-check');
  expect(binary.files.get(socket)).toBe('a\ufffdb');
});

test.each([
  ['Start the service again.', 'systemctl start rabbitmq-server'],
  ['Restart the service.', 'systemctl restart rabbitmq-server'],
])('%s is %s', async (text, command) => {
  const { ran, workplace } = fakeMachine();
  const { judgement } = await startService({ ...start, text }, 'rabbitmq-server', workplace);
  expect(judgement).toMatchObject({ outcome: 'pass', command });
  expect(ran).toEqual([command]);
});

test('a service that does not start is a fail, one that nobody named could not be checked', async () => {
  const { workplace } = fakeMachine({}, () => ({ exitCode: 1, stderr: 'Job failed' }));
  const { judgement } = await startService(start, 'a', workplace);
  expect(judgement).toMatchObject({ outcome: 'fail', actual: expect.stringContaining('Job failed') });
  expect((await startService(start, undefined, workplace)).judgement.outcome).toBe('could-not-check');
});

test('a start that takes too long is a fail, a machine that goes away could not be checked', async () => {
  const slow = fakeMachine({}, () => new TransportError('timeout', 'too slow'));
  expect((await startService(start, 'a', slow.workplace)).judgement).toMatchObject({
    outcome: 'fail',
    actual: expect.stringContaining('still running after 1000 ms'),
  });
  const gone = fakeMachine({}, () => new TransportError('unreachable', 'no such container'));
  expect((await startService(start, 'a', gone.workplace)).judgement).toMatchObject({
    outcome: 'could-not-check',
    reason: expect.stringContaining('no such container'),
  });
});
