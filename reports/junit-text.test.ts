import { expect, test } from 'vitest';
import { nastyInput } from './fixtures/nasty-input.fixture.ts';
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
