import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Chapter } from '../../model/chapter.ts';
import { sampleFinding, sampleReport, sampleTarget } from '../../reports/fixtures/sample-report.fixture.ts';
import { renderHtml } from '../../reports/html/report-html.ts';
import { openReport, startBrowser } from './open-report.ts';

const hostile =
  '</script><script>document.title="owned"</script><img src=x onerror="document.title=\'owned\'">"\'`<!--\u2028\u2029\u0000\u001b[31m\ud800 <b>bold</b>';

let browser: Browser;
beforeAll(async () => {
  browser = await startBrowser();
});
afterAll(() => browser.close());

const where = { file: hostile, line: 1 };

/** A report in which everything that comes from outside is hostile, on so many targets. */
function hostileInput(count: number) {
  const ids = Array.from({ length: count }, (_, index) => `${index}${hostile}`);
  const text = {
    title: hostile,
    command: hostile,
    expected: `a\n${hostile}`,
    actual: `b\n${hostile}`,
    reason: hostile,
    fix: hostile,
  };
  const waiver = { reason: hostile, owner: hostile, expires: '2000-01-01' };
  const chapter: Chapter = {
    files: [
      {
        path: hostile,
        tags: ['debian'],
        blocks: [
          { kind: 'heading', where, lastLine: 1, level: 1, text: hostile },
          { kind: 'code', where, lastLine: 1, language: hostile, lines: [{ line: 1, text: hostile }] },
          { kind: 'branch', where, lastLine: 1, condition: hostile, tags: ['debian'], blocks: [] },
        ],
      },
    ],
  };
  const image = { reference: hostile, digest: hostile };
  const accommodations = [{ id: 'a', text: hostile, where }];
  const targets = ids.map((id) =>
    sampleTarget({
      id,
      distro: hostile,
      image,
      broker: { version: hostile },
      accommodations,
      performed: [hostile],
    }),
  );
  const findings = ids.map((target) =>
    sampleFinding({ id: `step.${hostile}`, target, outcome: 'fail', where, waiver, ...text }),
  );
  const entry = { id: `step.${hostile}`, command: hostile, output: hostile, durationMs: 1 };
  return {
    report: { ...sampleReport, guide: { path: hostile, sha256: hostile }, targets, coverage: [], findings },
    transcripts: new Map(ids.map((target) => [target, [{ ...entry, target }]])),
    chapter,
    options: { junit: 'rich', failOn: 'error' },
  } as const;
}

test.each([1, 20])('what %i targets say is shown and never run', async (count) => {
  await using report = await openReport(browser, renderHtml(hostileInput(count)));
  const { page } = report;
  await page.locator('.troubles [data-cell]').first().click();
  expect(await page.locator('#details article.open .diff').textContent()).toContain('</script><script>');
  expect(await page.title()).toMatch(/^guideproof verify: <\/script>/);
  expect(await page.locator('img, b:text-is("bold")').count()).toBe(0);
  expect(await page.locator('script').count()).toBe(3);
  expect(report.complaints).toEqual([]);
  expect(report.requests).toEqual([report.url]);
});

test('even markup that got into the page could run nothing and load nothing', async () => {
  await using report = await openReport(browser, renderHtml(hostileInput(1)));
  const { page } = report;
  const failures: unknown[] = [];
  page.on('requestfailed', (request) => failures.push([request.url(), request.failure()?.errorText]));
  await page.evaluate(
    'document.body.insertAdjacentHTML(\'beforeend\', \'<img src="https://example.invalid/x" onerror="document.title = 1">\')',
  );
  await page.waitForFunction('document.images.length === 1 && document.images[0].complete');
  expect(failures).toEqual([['https://example.invalid/x', 'csp']]);
  expect(report.complaints.join('\n')).toMatch(/violates the following Content Security Policy directive/);
  expect(await page.title()).not.toBe('1');
});
