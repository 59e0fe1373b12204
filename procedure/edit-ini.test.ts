import { expect, test } from 'vitest';
import { editIni, notIni } from './edit-ini.ts';

const socket = `[Unit]
Description=Erlang Port Mapper Daemon Activation Socket

[Socket]
ListenStream=127.0.0.1:4369
Accept=false

[Install]
WantedBy=sockets.target
`;
const asGuide = ['[Socket]', '...', 'ListenStream=10.0.0.11:4369'];

test('with an elision, what is there stays and the line is added below it', () => {
  const { text, doubtful } = editIni(socket, asGuide);
  expect(text).toBe(socket.replace('Accept=false\n', 'Accept=false\nListenStream=10.0.0.11:4369\n'));
  expect(doubtful).toEqual([
    {
      line: 'ListenStream=10.0.0.11:4369',
      section: 'Socket',
      present: ['ListenStream=127.0.0.1:4369'],
      reading: 'added',
    },
  ]);
});

test('without an elision, the line takes the place of what is there', () => {
  const { text, doubtful } = editIni(socket, ['[Socket]', 'ListenStream=10.0.0.11:4369']);
  expect(text).toBe(socket.replace('127.0.0.1', '10.0.0.11'));
  expect(doubtful).toMatchObject([{ reading: 'replaced' }]);
});

test('the elision of one section says nothing about another', () => {
  const { text } = editIni(socket, ['[Unit]', '...', '[Socket]', 'ListenStream=10.0.0.11:4369']);
  expect(text).toBe(socket.replace('127.0.0.1', '10.0.0.11'));
});

test('a reading can be imposed', () => {
  expect(editIni(socket, asGuide, 'replaced').text).toBe(socket.replace('127.0.0.1', '10.0.0.11'));
  expect(editIni(socket, ['[Socket]', 'ListenStream=a'], 'added').text).toContain(
    'ListenStream=127.0.0.1:4369\nAccept=false\nListenStream=a\n',
  );
});

test.each([
  ['as it is', 'ListenStream=127.0.0.1:4369'],
  ['with other white space', 'ListenStream = 127.0.0.1:4369'],
])('a setting that is there %s leaves the file alone', (_how, line) => {
  for (const block of [
    ['[Socket]', line],
    ['[Socket]', '...', line],
  ]) {
    expect(editIni(socket, block)).toEqual({ text: socket, doubtful: [] });
  }
});

test('a file whose last line is not ended is left alone as well', () => {
  expect(editIni('a=1', ['a = 1']).text).toBe('a=1');
});

test('a key that is new raises no doubt, and stands behind the last setting of its section', () => {
  const { text, doubtful } = editIni(socket, ['[Socket]', 'FreeBind=true']);
  expect(text).toContain('Accept=false\nFreeBind=true\n\n[Install]');
  expect(doubtful).toEqual([]);
});

test('a line shown above the elision goes above what is there', () => {
  const { text } = editIni(socket, ['[Socket]', 'FreeBind=true', '...']);
  expect(text).toContain('[Socket]\nFreeBind=true\nListenStream=127.0.0.1:4369\n');
});

test('a section that is missing is added at the end, without the elision', () => {
  const { text } = editIni('[a]\nx=1', ['[b]', '...', 'y=2']);
  expect(text).toBe('[a]\nx=1\n\n[b]\ny=2\n');
});

test('an empty section takes the line below its header', () => {
  expect(editIni('[a]\n# nothing yet\n\n[b]\ny=1\n', ['[a]', 'x=1']).text).toBe(
    '[a]\nx=1\n# nothing yet\n\n[b]\ny=1\n',
  );
});

test('of two sections of one name the last one takes the line', () => {
  expect(editIni('[a]\nx=1\n[b]\n[a]\ny=1\n', ['[a]', 'z=1']).text).toBe('[a]\nx=1\n[b]\n[a]\ny=1\nz=1\n');
});

test('settings without a section go before the first header', () => {
  expect(editIni('# about\n\n[a]\nx=1\n', ['listeners.tcp.default = 5672']).text).toBe(
    '# about\nlisteners.tcp.default = 5672\n\n[a]\nx=1\n',
  );
});

test('an empty file takes the block', () => {
  expect(editIni('', ['[a]', '...', 'x=1']).text).toBe('[a]\nx=1\n');
  expect(editIni('', ['x=1']).text).toBe('x=1\n');
});

test('lines of one key are replaced together, and shown together', () => {
  const { text } = editIni('[a]\nx=1\ny=5\nx=2\n', ['[a]', 'x=3', 'x=4']);
  expect(text).toBe('[a]\nx=3\nx=4\ny=5\n');
});

test('a key with no value is a setting: systemd empties a list by it', () => {
  expect(editIni('[a]\nx=1\n', ['[a]', '...', 'x=', 'x=2']).text).toBe('[a]\nx=1\nx=\nx=2\n');
});

test('a setting that is commented out is not there', () => {
  const { text, doubtful } = editIni('[a]\n#x=1\ny=1\n', ['[a]', 'x=1']);
  expect(text).toBe('[a]\n#x=1\ny=1\nx=1\n');
  expect(doubtful).toEqual([]);
});

test('a continued line is one setting', () => {
  const file = '[a]\nx=1 \\\n  2\ny=1\n';
  expect(editIni(file, ['[a]', 'x=3']).text).toBe('[a]\nx=3\ny=1\n');
  expect(editIni(file, ['[a]', 'z=1']).text).toBe('[a]\nx=1 \\\n  2\ny=1\nz=1\n');
});

test('comments and empty lines of the block ask for nothing', () => {
  expect(editIni('x=1\n', ['# see the manual', '', 'x=1']).text).toBe('x=1\n');
});

test('says which line of a block is no setting', () => {
  expect(notIni(asGuide)).toBeUndefined();
  expect(notIni(['# a', '', 'x = 1', '[b]', '…'])).toBeUndefined();
  expect(notIni(['[{rabbit, []}].'])).toBe('[{rabbit, []}].');
});
