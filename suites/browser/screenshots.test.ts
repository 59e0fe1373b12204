import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { renderHtml } from '../../reports/html/report-html.ts';
import { parseReport } from '../../reports/parse-report.ts';
import { parseTranscript } from '../../reports/transcript.ts';
import { bundledChapter, openReport, startBrowser } from './open-report.ts';

/** The folder with the reports of a real run; without it there is nothing to take pictures of. */
const run = process.env.GUIDEPROOF_SCREENSHOTS_OF;

const pictures = [
  { name: 'report-light', colorScheme: 'light', at: 'document.body' },
  {
    name: 'report-dark',
    colorScheme: 'dark',
    at: "[...document.querySelectorAll('.branch')].find((branch) => branch.textContent.includes('rdo or obs'))",
  },
] as const;

function realRun(folder: string): string {
  const report = parseReport(readFileSync(join(folder, 'findings.json'), 'utf8'), 'findings.json');
  const transcripts = readdirSync(join(folder, 'transcripts')).map((name) => {
    const target = decodeURIComponent(name.replace(/\.txt$/, ''));
    return [target, parseTranscript(readFileSync(join(folder, 'transcripts', name), 'utf8'), name)] as const;
  });
  const options = { junit: 'rich', failOn: 'error' } as const;
  return renderHtml({ report, transcripts: new Map(transcripts), chapter: bundledChapter, options });
}

test.runIf(run)('the pictures of the README are taken, small enough to load', async () => {
  const html = realRun(run ?? '');
  await using browser = await startBrowser();
  mkdirSync('docs/images', { recursive: true });
  for (const { name, colorScheme, at } of pictures) {
    await using report = await openReport(browser, html, { colorScheme });
    await report.page.evaluate(`${at}.scrollIntoView()`);
    const picture = await report.page.screenshot({ path: `docs/images/${name}.png` });
    expect(picture.length).toBeLessThan(300_000);
  }
});
