import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sampleInput, sampleReport } from '../../reports/fixtures/sample-report.fixture.ts';
import { renderHtml } from '../../reports/html/report-html.ts';
import { seriousViolations } from './accessibility.ts';
import { bundledChapter, type OpenOptions, openReport, startBrowser } from './open-report.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await startBrowser();
});
afterAll(() => browser.close());

const html = renderHtml({ ...sampleInput(), chapter: bundledChapter });
const open = (options?: OpenOptions) => openReport(browser, html, options);
const shown = (page: Page) => page.locator('#shown').textContent();
const width = (page: Page): Promise<number> => page.evaluate('document.documentElement.scrollWidth');
const all = sampleReport.findings.length;

test('the verdict and the matrix are there, real and rehearsed told apart, and nothing was loaded', async () => {
  await using report = await open();
  const { page } = report;
  expect(await page.locator('h1').textContent()).toMatch(/^Not proven: /);
  expect(await page.locator('.matrix thead th').allTextContents()).toEqual([
    'What was asked',
    'centos-stand-inrehearsed',
    'debian-12realRabbitMQ 3.10.8',
    'debian-13realRabbitMQ 4.0.5',
    'opensuse-stand-inrehearsedRabbitMQ 3.10.8',
  ]);
  expect(await page.locator('.matrix [data-cell]').count()).toBe(all);
  const hatch = "getComputedStyle(document.querySelector('.matrix td.rehearsed')).backgroundImage";
  expect(await page.evaluate(hatch)).toContain('repeating-linear-gradient');
  expect(report.requests).toEqual([report.url]);
  expect(report.complaints).toEqual([]);
});

test('every line of the guide stands beside what happened on it', async () => {
  await using report = await open();
  const line = report.page.locator('.leaf', { hasText: 'line 93 ' });
  expect(await line.textContent()).toContain('# rabbitmqctl add_user openstack RABBIT_PASS');
  expect(await line.locator('.chip').allTextContents()).toEqual(
    expect.arrayContaining(['✓ debian-12 passed', '▲ debian-13 drift']),
  );
  expect(await report.page.locator('.branch').first().textContent()).toMatch(
    /only for ubuntu or debian → debian-12 real debian-13 real/,
  );
});

test('a cell opens its details: command, difference, fix, transcript, machine', async () => {
  await using report = await open();
  const { page } = report;
  await page.locator('.matrix [data-cell]', { hasText: 'drift' }).first().click();
  const details = page.locator('#details article.open');
  expect(await details.locator('.diff .expected mark').textContent()).toBe('Creating');
  expect(await details.locator('.diff .got mark').textContent()).toBe('Adding');
  expect(await details.textContent()).toContain('Fix Show the line that rabbitmqctl prints');
  expect(await details.textContent()).toContain('$ rabbitmqctl add_user openstack RABBIT_PASS');
  await details.getByText('Machine: debian-12').click();
  expect(await details.getByText(`sha256:${'a'.repeat(64)}`).isVisible()).toBe(true);
  expect(page.url()).toContain('open=debian-12%2Foutput.2.1');
});

test('filters work together, stand in the address, and a linked view looks the same', async () => {
  await using report = await open();
  const { page } = report;
  await page.getByRole('button', { name: /tolerated/ }).click();
  expect(await shown(page)).toBe(`2 of ${all} findings shown`);
  await page.getByLabel('Target').selectOption('debian-13');
  await page.getByLabel('Severity').selectOption('warning');
  await page.getByLabel('Search findings').fill('Creating');
  expect(await shown(page)).toBe(`1 of ${all} findings shown`);
  expect(await page.locator('.matrix [data-cell]:visible').allTextContents()).toEqual(['▲ drift']);
  const address = new URL(page.url()).hash;
  expect(address).toBe('#is=tolerated&severity=warning&on=debian-13&q=Creating');
  await using linked = await open({ hash: address });
  expect(await shown(linked.page)).toBe(`1 of ${all} findings shown`);
  expect(await linked.page.getByLabel('Search findings').inputValue()).toBe('Creating');
  await linked.page.getByRole('button', { name: 'Clear filters' }).click();
  expect(await shown(linked.page)).toBe(`${all} findings`);
});

test('everything works by keyboard', async () => {
  await using report = await open();
  const { page } = report;
  const focused = (what: string) => page.evaluate<string>(`String(document.activeElement.${what})`);
  await page.keyboard.press('/');
  expect(await focused('id')).toBe('search');
  await page.keyboard.type('nothing says this');
  expect(await shown(page)).toBe(`0 of ${all} findings shown`);
  await page.keyboard.press('Escape');
  expect(await shown(page)).toBe(`${all} findings`);
  await page.locator('.matrix td a[tabindex="0"]').focus();
  const start = await focused('dataset.cell');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('End');
  const there = await focused('dataset.cell');
  expect(there).not.toBe(start);
  expect(await page.locator('.matrix td a[tabindex="0"]').count()).toBe(1);
  await page.keyboard.press('Enter');
  expect(await focused('id')).toBe(`f-${there}`);
  await page.keyboard.press('j');
  expect(await focused('id')).toBe(`f-${Number(there) + 1}`);
  await page.keyboard.press('Escape');
  expect(await page.locator('#details').isVisible()).toBe(false);
  expect(await focused('dataset.cell')).toBe(there);
});

test('“back” closes what was opened', async () => {
  await using report = await open();
  await report.page.locator('.matrix [data-cell]').first().click();
  expect(await report.page.locator('#details').isVisible()).toBe(true);
  await report.page.goBack();
  expect(await report.page.locator('#details').isVisible()).toBe(false);
});

test.each(['light', 'dark'] as const)('nobody is shut out, in %s', async (colorScheme) => {
  await using report = await open({ colorScheme, hash: '#open=debian-12/output.2.1' });
  const background = await report.page.evaluate<string>('getComputedStyle(document.body).backgroundColor');
  expect(background).toBe(colorScheme === 'light' ? 'rgb(255, 255, 255)' : 'rgb(17, 20, 26)');
  expect(await seriousViolations(report.page)).toEqual([]);
  await report.page.getByRole('button', { name: 'Close' }).click();
  expect(await seriousViolations(report.page)).toEqual([]);
});

test('a phone shows all of it without scrolling sideways', async () => {
  await using report = await open({ viewport: { width: 360, height: 780 } });
  expect(await width(report.page)).toBe(360);
  await report.page.locator('.matrix [data-cell]').first().click();
  expect(await report.page.locator('#details article.open h3').isVisible()).toBe(true);
  expect(await width(report.page)).toBe(360);
  expect(await seriousViolations(report.page)).toEqual([]);
});

test('on paper there is what needs attention in full, and nothing to click', async () => {
  await using report = await open();
  const { page } = report;
  await page.emulateMedia({ media: 'print' });
  expect(await page.locator('.matrix').isVisible()).toBe(true);
  expect(await page.locator('.detail.tolerated .diff').first().isVisible()).toBe(true);
  expect(await page.locator('.detail.passed').first().isVisible()).toBe(false);
  expect(await page.locator('#search').isVisible()).toBe(false);
  expect((await page.pdf()).subarray(0, 5).toString()).toBe('%PDF-');
});

test('without JavaScript everything can be read', async () => {
  await using report = await open({ javaScriptEnabled: false });
  const { page } = report;
  expect(await page.locator('.matrix').isVisible()).toBe(true);
  expect(await page.locator('#details article:visible').count()).toBe(all);
  expect(await page.locator('#search').isVisible()).toBe(false);
});
