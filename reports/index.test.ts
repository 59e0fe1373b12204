import { expect, test } from 'vitest';
import { sampleInput, sampleTranscript } from './fixtures/sample-report.fixture.ts';
import { renderFiles } from './index.ts';
import { parseTranscript } from './transcript.ts';

test('every format is a file, and every target with a transcript has one', () => {
  const files = new Map(renderFiles(sampleInput()));
  expect([...files.keys()]).toEqual([
    'findings.json',
    'junit.xml',
    'report.html',
    'report.md',
    'guideproof.sarif',
    'gl-code-quality.json',
    'zuul-file-comments.json',
    'transcripts/debian-12.txt',
  ]);
  expect(parseTranscript(files.get('transcripts/debian-12.txt') ?? '', 'x')).toEqual(sampleTranscript);
});
