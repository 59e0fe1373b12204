import { expect, test } from 'vitest';
import type { Distribution } from '../distribution.ts';
import { distributionById } from '../index.ts';
import { readRecipe } from './recipe.ts';

const debian12 = distributionById('debian-12');

test('the recipe is read from the package and its tag is its hash', async () => {
  const recipe = await readRecipe(debian12);
  expect(recipe.files.map(({ name }) => name)).toEqual(['Containerfile', 'boot.sh']);
  expect(recipe.files[0]?.content).toContain('STOPSIGNAL SIGRTMIN+3');
  expect(recipe.reference).toBe(`localhost/guideproof/controller-debian-12:${recipe.hash}`);
  expect(recipe.hash).toMatch(/^[0-9a-f]{12}$/);
});

test('the hash follows every file and every fact that goes in, and nothing else', async () => {
  const { recipe } = debian12;
  const variants: Distribution[] = [
    debian12,
    { ...debian12, reference: 'docker.io/library/debian:sid' },
    { ...debian12, recipe: { ...recipe, files: [] } },
    { ...debian12, recipe: { ...recipe, buildArguments: {} } },
    { ...debian12, recipe: { ...recipe, written: { 'os-release': 'ID=debian' } } },
  ];
  const hashes = await Promise.all(variants.map(async (variant) => (await readRecipe(variant)).hash));
  expect(new Set(hashes).size).toBe(hashes.length);
  const renamed = { ...debian12, name: 'another name', accommodations: [] };
  expect((await readRecipe(renamed)).hash).toBe(hashes[0]);
});

test('a layer is made anew when what it is built on is', async () => {
  const layer = { name: 'stand-in', on: debian12, recipe: debian12.recipe };
  const moved = { ...layer, on: { ...debian12, reference: 'docker.io/library/debian:sid' } };
  const [first, second] = await Promise.all([readRecipe(layer), readRecipe(moved)]);
  expect(first.reference).toBe(`localhost/guideproof/stand-in:${first.hash}`);
  expect(second.hash).not.toBe(first.hash);
});

test.each(['ubuntu-22.04', 'centos-stream10', 'opensuse-tumbleweed'])(
  'all files of the recipes of %s are in the package, each under a name of its own',
  async (id) => {
    const distribution = distributionById(id);
    const { standIn } = distribution;
    const recipes = await Promise.all([distribution, ...(standIn ? [standIn.layer] : [])].map(readRecipe));
    for (const { files } of recipes) expect(new Set(files.map(({ name }) => name)).size).toBe(files.length);
    expect(recipes[1]?.files.at(-1)).toMatchObject({
      name: 'os-release',
      content: expect.stringContaining('stand-in for'),
    });
  },
);
