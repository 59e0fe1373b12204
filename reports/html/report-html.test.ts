import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import type { Chapter } from '../../model/chapter.ts';
import { fleetReport } from '../fixtures/fleet-report.fixture.ts';
import { sampleFinding, sampleInput, sampleReport } from '../fixtures/sample-report.fixture.ts';
import { renderHtml } from './report-html.ts';

const html = renderHtml(sampleInput());

function elements(text: string, name: string): string[] {
  return [...text.matchAll(new RegExp(`<${name}[^>]*>(.*?)</${name}>`, 'gs'))].map(
    ([, inner]) => inner ?? '',
  );
}

function policyOf(text: string): string {
  return /Content-Security-Policy" content="([^"]*)"/.exec(text)?.[1] ?? '';
}

test('the page may run its own script and style and load nothing', () => {
  const digest = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
  const [early = '', , late = ''] = elements(html, 'script');
  const [style = ''] = elements(html, 'style');
  expect(policyOf(html)).toBe(
    `default-src 'none'; style-src ${digest(style)}; script-src ${digest(early)} ${digest(late)}; base-uri 'none'; form-action 'none'`,
  );
  expect(html).not.toMatch(/<(?:link|img|iframe|object)\b|\bsrc=|\bon\w+="|\bstyle="|url\(/);
});

test('every finding has a cell, a place in the details and its guide line', () => {
  sampleReport.findings.forEach((_, index) => {
    expect(html).toContain(`data-cell="${index}"`);
    expect(html).toContain(`id="f-${index}"`);
  });
  expect(html).toContain('guide/message-queue.rst:94');
});

test('embedded data ends no element and is the same again when it is read', () => {
  const evil = '</script><!-- \u2028 & <b>';
  const report = fleetReport(20, (_, findings) => findings.map((finding) => ({ ...finding, actual: evil })));
  const page = renderHtml(sampleInput({}, report));
  const [, data = ''] = elements(page, 'script');
  expect(data).not.toMatch(/[<>&\u2028]/);
  expect(JSON.parse(data).bodies.join()).toContain('&lt;/script>&lt;!-- \u2028 &amp; &lt;b>');
});

test('many targets are counted, and what is the same on all is held once', () => {
  const page = renderHtml(sampleInput({}, fleetReport(100)));
  const data = JSON.parse(elements(page, 'script')[1] ?? '');
  expect(data.bodies).toHaveLength(15);
  expect(data.cells).toHaveLength(1_500 * 6);
  expect(page).toContain('<span class="count">100</span>');
  expect(page.length).toBeLessThan(200_000);
});

test('a waived fail says who waived it until when, a known one that it is known', () => {
  const waiver = { reason: 'lab', owner: 'ops', expires: '2099-01-01' };
  const findings = [
    sampleFinding({ id: 'step.1.1', outcome: 'fail', waiver }),
    sampleFinding({ id: 'step.1.2', outcome: 'fail', known: true }),
  ];
  const page = renderHtml(sampleInput({}, { ...sampleReport, findings }));
  expect(page).toContain('<b>Waiver </b>by ops, until 2099-01-01: lab');
  expect(page).toContain('class="cell known"');
});

test('a long transcript is cut and says where all of it is', () => {
  const output = `${'x'.repeat(100_000)}\n`;
  const entry = { target: 'debian-12', id: 'step.2.1', command: 'a', output, exitCode: 0, durationMs: 5 };
  const page = renderHtml({ ...sampleInput(), transcripts: new Map([['debian-12', [entry]]]) });
  expect(page).toContain('bytes cut; whole text in transcripts/debian-12.txt');
});

test('the guide is shown with its branches; what belongs to none of its lines comes last', () => {
  const where = { file: 'guide/message-queue.rst', line: 20 };
  const code = {
    kind: 'code',
    where,
    lastLine: 24,
    language: 'console',
    lines: [{ line: 24, text: '# apt-get' }],
  } as const;
  const branch = {
    kind: 'branch',
    where,
    lastLine: 24,
    condition: 'ubuntu',
    tags: ['ubuntu'],
    blocks: [code],
  } as const;
  const chapter: Chapter = { files: [{ path: where.file, tags: ['debian', 'ubuntu'], blocks: [branch] }] };
  const page = renderHtml({ ...sampleInput(), chapter });
  expect(page).toMatch(/only for <b>ubuntu<\/b> → <span class="small">nobody in this run reads this/);
  expect(page).toMatch(
    /line <\/span>24 <\/span># apt-get[\s\S]*Done as told[\s\S]*Not about a line of the guide/,
  );
});
