import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { readMarkdown } from '../reports/fixtures/read-markdown.fixture.ts';

/** The project's own folder, absolute. */
export const projectFolder = dirname(createRequire(import.meta.url).resolve('#package/package.json'));

const inDocs = readdirSync(join(projectFolder, 'docs'), { recursive: true, withFileTypes: true })
  .filter(({ name }) => name.endsWith('.md'))
  .map(({ parentPath, name }) => relative(projectFolder, join(parentPath, name)));

/** Every page that people read, by its path in the project. */
export const pages: ReadonlyMap<string, ReturnType<typeof readMarkdown>> = new Map(
  ['README.md', 'CONTRIBUTING.md', 'CHANGELOG.md', ...inDocs.sort()].map((file) => [
    file,
    readMarkdown(readFileSync(join(projectFolder, file), 'utf8')),
  ]),
);

/** The page at a path of the project. @throws Error when there is none. */
export function pageAt(file: string): ReturnType<typeof readMarkdown> {
  const page = pages.get(file);
  if (page === undefined) throw new Error(`expected ${file}, got ${[...pages.keys()].join(', ')}`);
  return page;
}
