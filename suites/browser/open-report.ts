import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { inject } from 'vitest';
import { readChapter } from '../../guide/read-chapter.ts';
import { distributionTags } from '../../model/distribution.ts';
import './chromium-context.ts';

/** A report in a browser, and everything that the browser complained of or asked for. */
export interface OpenReport extends AsyncDisposable {
  readonly page: Page;
  /** Errors of the page's script, and what it or the browser wrote to the console. */
  readonly complaints: readonly string[];
  readonly requests: readonly string[];
  readonly url: string;
}

/** How a report is opened; `hash` is the part of the address behind it. */
export interface OpenOptions extends BrowserContextOptions {
  readonly hash?: string;
}

/** Starts the browser that all tests of a file share. */
export function startBrowser(): Promise<Browser> {
  // Chromium's own sandbox refuses root, and what is opened here is our own file.
  return chromium.launch({ executablePath: inject('chromium'), args: ['--no-sandbox'] });
}

/** The bundled chapter, as reports show it. */
export const bundledChapter = readChapter(undefined, distributionTags);

/** Writes a report into a file and opens it as a reader would. */
export async function openReport(
  browser: Browser,
  html: string,
  { hash = '', ...options }: OpenOptions = {},
): Promise<OpenReport> {
  const folder = await mkdtemp(join(tmpdir(), 'report-'));
  const file = join(folder, 'report.html');
  await writeFile(file, html);
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
  const page = await context.newPage();
  const complaints: string[] = [];
  const requests: string[] = [];
  page.on('console', (message) => complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('request', (request) => requests.push(request.url()));
  const url = pathToFileURL(file).href;
  await page.goto(`${url}${hash}`);
  return {
    page,
    complaints,
    requests,
    url,
    async [Symbol.asyncDispose]() {
      await context.close();
      await rm(folder, { recursive: true });
    },
  };
}
