import { existsSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { expect, test } from 'vitest';
import { piecesOf, textOf } from '../reports/fixtures/read-markdown.fixture.ts';
import { pages, projectFolder } from './pages.fixture.ts';

type Page = Parameters<typeof piecesOf>[0];

/** How GitHub names the heading of a section in links. */
const anchorOf = (heading: string) =>
  heading
    .trim()
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}\s_-]/gu, '')
    .replaceAll(' ', '-');

function anchorsOf(page: Page): readonly string[] {
  return piecesOf(page, 'heading').map((heading) => anchorOf(textOf(heading)));
}

function linksOf(page: Page): readonly string[] {
  const links = piecesOf(page, 'link', 'image', 'definition').map(({ url }) => url);
  const inHtml = piecesOf(page, 'html').flatMap(({ value }) =>
    [...value.matchAll(/\b(?:src|srcset|href)="([^"]*)"/g)].map(([, url = '']) => url),
  );
  return [...links, ...inHtml];
}

/** What is wrong with a link on a page; nothing when it leads somewhere. */
function flaw(file: string, link: string): string | undefined {
  if (/^\w+:/.test(link)) return webFlaw(link);
  const [path = '', anchor] = link.split('#');
  const target = path === '' ? file : normalize(join(dirname(file), path));
  if (!existsSync(join(projectFolder, target))) return `there is no ${target}`;
  if (anchor === undefined) return undefined;
  const page = pages.get(target);
  return page && anchorsOf(page).includes(anchor) ? undefined : `${target} has no heading #${anchor}`;
}

/** Only what can be seen of an address without asking for it. */
function webFlaw(link: string): string | undefined {
  if (!URL.canParse(link)) return 'not an address';
  const { protocol, hostname } = new URL(link);
  if (protocol !== 'https:') return `${protocol} instead of https:`;
  return hostname.includes('.') ? undefined : `no host ${hostname}`;
}

test.each([...pages.keys()])('every link on %s leads somewhere', (file) => {
  const links = linksOf(pages.get(file) as Page);
  const wrong = links.flatMap((link) => {
    const said = flaw(file, link);
    return said === undefined ? [] : [`${link}: ${said}`];
  });
  expect(wrong).toEqual([]);
});

test.each([
  ['docs/nowhere.md', 'there is no docs/nowhere.md'],
  ['LICENSE#terms', 'LICENSE has no heading #terms'],
  ['docs/merge.md#base-line', 'docs/merge.md has no heading #base-line'],
  ['http://www.rabbitmq.com/docs', 'http: instead of https:'],
  ['https://rabbitmq', 'no host rabbitmq'],
  ['docs/merge.md#baseline', undefined],
  ['https://www.rabbitmq.com/docs', undefined],
])('a link to %s is judged: %s', (link, said) => expect(flaw('README.md', link)).toBe(said));

test('every page can be reached from the README', () => {
  const reached = new Set(['README.md', 'CHANGELOG.md']);
  for (const file of reached) {
    for (const link of linksOf(pages.get(file) as Page)) {
      const target = normalize(join(dirname(file), link.replace(/#.*/, '')));
      if (pages.has(target)) reached.add(target);
    }
  }
  expect([...pages.keys()].filter((file) => !reached.has(file))).toEqual([]);
});
