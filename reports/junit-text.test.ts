import { expect, test } from 'vitest';
import { readJunit } from './fixtures/read-junit.fixture.ts';
import { sampleFinding, sampleInput, sampleReport, sampleTarget } from './fixtures/sample-report.fixture.ts';
import { xmllint } from './fixtures/xmllint.fixture.ts';
import { renderJunit } from './junit.ts';
import type { ReportInput } from './report-input.ts';

// biome-ignore format: one line for each kind.
const nasty = [
  '\u001b[31mred\u001b[0m', '[31m', ']]>', ']]>]]>', '<![CDATA[', '<skipped/>', '&amp;', '&#27;', '"', "'", '<', '>',
  '\u0000', '\u0008', '\u000b', '\u001b', '\u007f', '\u0085', '\u2028', '\ud800', '\udfff', '\ufffe', '\uffff',
  '😀', '\r', '\n', '\t', '--', '?>', '%s', '\ufeff', 'plain', ' ', '\u202e', 'e\u0301',
];

// Small and repeatable: a failing seed can be run again (mulberry32).
function randomOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

function nastyInput(seed: number, junit: 'rich' | 'strict'): ReportInput {
  const random = randomOf(seed);
  const pick = <T>(values: readonly T[]) => values[Math.floor(random() * values.length)] as T;
  const text = () => `x${Array.from({ length: Math.floor(random() * 12) }, () => pick(nasty)).join('')}`;
  const target = text();
  const findings = Array.from({ length: 12 }, (_, index) =>
    sampleFinding({
      id: `step.1.${index}${text()}`,
      target,
      title: text(),
      outcome: pick(['pass', 'fail', 'not-applicable', 'could-not-check']),
      severity: pick(['error', 'warning']),
      where: { file: text(), line: 1 },
      command: text(),
      expected: text(),
      actual: text(),
      reason: text(),
      fix: text(),
    }),
  );
  const accommodations = [{ id: text(), text: text() }];
  const targets = [
    sampleTarget({ id: target, distro: text(), kind: pick(['real', 'stand-in']), accommodations }),
  ];
  const typed = findings.map(({ id }) => ({ target, id, command: text(), output: text(), durationMs: 1 }));
  return {
    report: {
      ...sampleReport,
      command: text(),
      guide: { path: text(), sha256: text() },
      targets,
      coverage: [],
      findings,
    },
    transcripts: new Map([[target, typed]]),
    options: { junit, failOn: 'error' },
  };
}

const seeds = Array.from({ length: 8 }, (_, index) => index + 1);

test('any text gives XML that two parsers read alike', async () => {
  const strict = seeds.map((seed) => renderJunit(nastyInput(seed, 'strict')));
  const rich = seeds.map((seed) => renderJunit(nastyInput(seed, 'rich')));
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
