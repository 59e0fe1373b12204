import { expect, test } from 'vitest';
import { nastyInput } from './fixtures/nasty-input.fixture.ts';
import { chanceOf } from './fixtures/nasty-text.fixture.ts';
import { readJunit } from './fixtures/read-junit.fixture.ts';
import { sampleFinding, sampleInput, sampleReport } from './fixtures/sample-report.fixture.ts';
import { xmllint } from './fixtures/xmllint.fixture.ts';
import { renderJunit } from './junit.ts';

const seeds = Array.from({ length: 8 }, (_, index) => index + 1);

test('any text gives XML that two parsers read alike', async () => {
  const strict = seeds.map((seed) => renderJunit(nastyInput(seed, 'xml', { junit: 'strict' })));
  const rich = seeds.map((seed) => renderJunit(nastyInput(seed, 'xml')));
  expect(await Promise.all([xmllint(strict, 'strict'), xmllint(rich)])).toEqual(['', '']);
  for (const xml of strict) expect(readJunit(xml).cases).toHaveLength(12);
  for (const xml of rich) expect(new Set(readJunit(xml).cases.map(({ name }) => name)).size).toBe(12);
});

test('text comes out as it went in, save for what XML cannot hold', () => {
  const actual = 'a ]]> b ]]> c <skipped/> &amp; "q" \u001b[31mred\u001b[0m\u0000';
  const findings = [sampleFinding({ id: 'step.1.1', outcome: 'fail', actual })];
  const [found] = readJunit(renderJunit(sampleInput({}, { ...sampleReport, findings }))).cases;
  expect(found?.failure?.text).toContain('got       a ]]> b ]]> c <skipped/> &amp; "q" red\ufffd\n');
});

test('a megabyte of anything, three times, becomes a file of a bearable size, which two parsers read alike', async () => {
  const { text } = chanceOf(5, 'xml');
  const piece = Array.from({ length: 200 }, text).join('');
  const output = piece.repeat(Math.ceil(1_000_000 / piece.length));
  const findings = [sampleFinding({ id: 'step.1.1', outcome: 'fail', actual: output, reason: output })];
  const typed = { target: 'debian-12', id: 'step.1.1', command: 'apt-get', output, durationMs: 1 };
  const input = sampleInput({}, { ...sampleReport, findings });
  const xml = renderJunit({ ...input, transcripts: new Map([['debian-12', [typed]]]) });
  expect(xml.length).toBeLessThan(700_000);
  expect(await xmllint([xml])).toBe('');
  const [found] = readJunit(xml).cases;
  expect(found?.failure?.text).toContain('bytes cut; whole text in transcripts/debian-12.txt');
  expect(found?.['system-out']).toContain('bytes cut; whole text in transcripts/debian-12.txt');
});
