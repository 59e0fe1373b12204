import { expect, test } from 'vitest';
import type { TranscriptEntry } from '../model/transcript.ts';
import { sampleTranscript } from './fixtures/sample-report.fixture.ts';
import { parseTranscript, renderTranscript, transcriptFile } from './transcript.ts';

const entry: TranscriptEntry = {
  target: 'debian-12',
  id: 'step.1.1',
  command: 'true',
  output: '',
  exitCode: 0,
  durationMs: 12.5,
};

test('a transcript reads like a session', () => {
  expect(renderTranscript(sampleTranscript, 'debian-12')).toBe(
    [
      'transcript of debian-12',
      '',
      '== step.2.1 == exit code 0, 910 ms',
      '$ rabbitmqctl add_user openstack RABBIT_PASS',
      '| Adding user "openstack" ...',
      "| Done. Don't forget to grant the user permissions.",
      '',
      '== step.3.1 == exit code 0, 870 ms',
      '$ rabbitmqctl set_permissions openstack ".*" ".*" ".*"',
      '| Setting permissions for user "openstack" in vhost "/" ...',
      '',
    ].join('\n'),
  );
});

test.each([
  ['no output', {}],
  ['a command that did not end', { exitCode: undefined }],
  ['output without a last line end', { output: 'half a line' }],
  ['empty lines', { output: '\n\nx\n\n' }],
  ['an empty line alone', { output: '\n' }],
  [
    'output that looks like a heading',
    { output: '== step.9.9 == exit code 0, 1 ms\n$ evil\n| x\n\\ no newline at the end\n' },
  ],
  ['output with a carriage return', { output: '10%\r100%\n' }],
  ['a command of several lines', { command: 'cat <<EOF\n\n$ a\n> b\nEOF' }],
  ['a negative exit code', { exitCode: -1 }],
  ['an id that looks like a heading', { id: 'a == exit code 0, 1 ms == b' }],
])('%s comes back as it was', (_, over) => {
  const { exitCode, ...rest } = { ...entry, ...over };
  const entries = [{ ...rest, ...(exitCode !== undefined && { exitCode }) }, entry];
  expect(parseTranscript(renderTranscript(entries, 'debian-12'), 'a.txt')).toEqual(entries);
});

test('a transcript without commands comes back empty', () => {
  expect(parseTranscript(renderTranscript([], 'debian-12'), 'a.txt')).toEqual([]);
});

test.each([
  ['hello\n', 'a.txt:1: expected "transcript of TARGET", got "hello"'],
  ['transcript of x\n\nhello\n', 'a.txt:3: expected a heading, got "hello"'],
  ['transcript of x\n\n== step.1.1 ==\n', 'a.txt:3: expected a heading, got "== step.1.1 =="'],
  [
    'transcript of x\n\n== a == did not end, soon ms\n',
    'a.txt:3: expected a heading, got "== a == did not end, soon ms"',
  ],
  [
    'transcript of x\n\n== a == did not end, 1 ms\n$ x\noops\n',
    'a.txt:5: expected a line that starts with $, > or |, got "oops"',
  ],
])('%j is refused with its line', (text, message) => {
  expect(() => parseTranscript(text, 'a.txt')).toThrow(message);
});

test('a file name holds no character that a file system or an artifact store refuses', () => {
  expect(transcriptFile('debian-12')).toBe('transcripts/debian-12.txt');
  expect(transcriptFile('ssh://root@host:22')).toBe('transcripts/ssh%3A%2F%2Froot%40host%3A22.txt');
});
