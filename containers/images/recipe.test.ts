import { expect, test } from 'vitest';
import { distributionById } from '../index.ts';
import { readRecipe, recipeHash } from './recipe.ts';

const debian12 = distributionById('debian-12');

test('the recipe is read from the package and its tag is its hash', async () => {
  const recipe = await readRecipe(debian12);
  expect(recipe.files.map(({ name }) => name)).toEqual(['Containerfile', 'boot.sh']);
  expect(recipe.files[0]?.content).toContain('STOPSIGNAL SIGRTMIN+3');
  expect(recipe.reference).toBe(`localhost/guideproof/controller-debian-12:${recipe.hash}`);
  expect(recipe.hash).toMatch(/^[0-9a-f]{12}$/);
});

test('the hash follows every file and every fact that goes in', () => {
  const files = [{ name: 'boot.sh', content: 'exec /sbin/init' }];
  const hashes = [
    recipeHash(files, debian12),
    recipeHash([{ name: 'boot.sh', content: 'exec /lib/systemd/systemd' }], debian12),
    recipeHash(files, { ...debian12, reference: 'docker.io/library/debian:sid' }),
    recipeHash(files, { ...debian12, recipe: { ...debian12.recipe, buildArguments: {} } }),
  ];
  expect(new Set(hashes).size).toBe(hashes.length);
  expect(recipeHash(files, { ...debian12, name: 'another name' })).toBe(hashes[0]);
});
