import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { $ } from 'zx';
import { piecesOf, textOf } from '../reports/fixtures/read-markdown.fixture.ts';
import { pageAt, pages, projectFolder } from './pages.fixture.ts';

interface Override {
  readonly includes: readonly string[];
  readonly linter: {
    readonly rules: {
      readonly style?: {
        readonly noRestrictedImports?: {
          readonly options: { readonly patterns: readonly { readonly group: readonly string[] }[] };
        };
      };
    };
  };
}

const read = (file: string) => readFileSync(join(projectFolder, file), 'utf8');
const ignored = read('.gitignore').split('\n');
const rooms = readdirSync(projectFolder, { withFileTypes: true })
  .filter(
    (entry) => entry.isDirectory() && !entry.name.startsWith('.') && !ignored.includes(`${entry.name}/`),
  )
  .map(({ name }) => name)
  .sort();

/** The rows of a page's table about rooms, each by its room. */
function rowsOf(page: string): ReadonlyMap<string, readonly string[]> {
  const rows = piecesOf(pageAt(page), 'tableRow').map(({ children }) => children.map(textOf));
  const ofRooms = rows.filter(([room = '']) => /^[a-z]+\/$/.test(room));
  return new Map(ofRooms.map(([room = '', ...cells]) => [room.slice(0, -1), cells]));
}

const { overrides } = JSON.parse(read('biome.json')) as { overrides: readonly Override[] };

/** The patterns by which the linter keeps a room from others. */
function rulesOf(room: string): readonly string[] {
  const rules = overrides.filter(({ includes }) => includes.includes(`${room}/**`));
  return rules.flatMap(
    ({ linter }) =>
      linter.rules.style?.noRestrictedImports?.options.patterns.flatMap(({ group }) => group) ?? [],
  );
}

/** Whom the linter lets a room import. */
function letIn(room: string): readonly string[] {
  const patterns = rulesOf(room);
  const files = patterns.flatMap((pattern) => /^!\*\*\/(\w+\/[\w-]+\.ts)$/.exec(pattern)?.[1] ?? []);
  const banned = /^\*\*\/\{(.*)\}\/\*\*$/.exec(patterns[0] ?? '')?.[1]?.split(',');
  const whole = banned ? rooms.filter((one) => !banned.includes(one)).map((one) => `${one}/`) : [];
  const model = patterns.includes('!**/model/*.ts') ? ['model/'] : [];
  return [...whole, ...model, ...files].sort();
}

test.each([...pages])('every file of a room that %s names is there', (_page, root) => {
  const named = piecesOf(root, 'inlineCode')
    .map(({ value }) => value.replace('/FAMILY/', '/debian/'))
    .filter((value) => /^\w+\/[\w./-]*$/.test(value) && rooms.includes(value.split('/', 1).join()));
  expect(named.filter((path) => !existsSync(join(projectFolder, path)))).toEqual([]);
});

test('the map in the README has every room and no other', () => {
  expect([...rowsOf('README.md').keys()].sort()).toEqual(rooms);
});

test('the rooms of the architecture are all that have a program in them', () => {
  expect([...rowsOf('docs/architecture.md').keys(), 'ci', 'docs'].sort()).toEqual(rooms);
});

test.each([...rowsOf('docs/architecture.md')])(
  'the linter lets %s/ import what the architecture says',
  (room, cells) => {
    const [, says = ''] = cells;
    if (says === 'every room') return expect(rulesOf(room)).toEqual([]);
    const told = says === 'nothing' ? [] : says.split(', ').sort();
    expect(letIn(room)).toEqual(told);
  },
);

test('the linter finds what a room may not import, and nothing else', async () => {
  const kept = rooms.filter((room) => rulesOf(room).length > 0);
  const folder = mkdtempSync(join(tmpdir(), 'guideproof-rooms-'));
  const config = { ...JSON.parse(read('biome.json')), vcs: { enabled: false } };
  writeFileSync(join(folder, 'biome.json'), JSON.stringify(config));
  for (const room of kept) {
    mkdirSync(join(folder, room));
    for (const [name, from] of Object.entries({ bad: '../scripts/tool.ts', good: './own.ts' }))
      writeFileSync(join(folder, room, `${name}.ts`), `export { ${name} } from '${from}';\n`);
  }
  const biome = join(projectFolder, 'node_modules/.bin/biome');
  const run = $({ cwd: folder, quiet: true, nothrow: true });
  const { stderr } = await run`${biome} lint --max-diagnostics=none --only=style/noRestrictedImports`;
  const found = [...stderr.matchAll(/^(\w+\/\w+\.ts):\d+:\d+ lint\/style\/noRestrictedImports/gm)];
  rmSync(folder, { recursive: true });
  expect(found.map(([, file]) => file).sort()).toEqual(kept.map((room) => `${room}/bad.ts`));
});
