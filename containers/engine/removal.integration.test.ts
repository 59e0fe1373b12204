import { expect, test } from 'vitest';
import { startFakeEngine } from './fake-engine.fixture.ts';
import { ownerLabel } from './owner.ts';
import { listOwnMachines, removeAbandoned, removeOwn } from './removal.ts';

const labels = (owner: string) => ({ 'guideproof.owner': owner });
const dead = JSON.stringify({ ...JSON.parse(ownerLabel()), started: '1' });
const listings = {
  'GET /containers/json': {
    body: [
      { Id: 'c1', Names: ['/mine'], Labels: labels(ownerLabel()) },
      { Id: 'c2', Names: ['/left-behind'], Labels: labels(dead) },
      { Id: 'c3', Names: ['/left-too'], Labels: labels(dead) },
    ],
  },
  'GET /images/json': {
    body: [{ Id: 'i1', RepoTags: ['localhost/guideproof/snapshot:1'], Labels: labels(dead) }],
  },
  'GET /networks': { body: [{ Id: 'n1', Name: 'net-left', Labels: labels(dead) }] },
  'GET /volumes': { body: { Volumes: null } },
};

test('what a dead process left is removed, containers first', async () => {
  await using engine = await startFakeEngine({
    ...listings,
    'DELETE /containers/c2': { status: 204, body: '' },
    'DELETE /images/i1': { status: 200, body: [] },
    'DELETE /networks/n1': { status: 204, body: '' },
  });
  // c3 is gone by itself meanwhile: the fake engine answers 404 for it.
  expect(await removeAbandoned(engine)).toEqual([
    'left-behind',
    'left-too',
    'localhost/guideproof/snapshot:1',
    'net-left',
  ]);
  const deletions = engine.requests.filter((asked) => asked.startsWith('DELETE'));
  expect(deletions.slice(-2).sort()).toEqual(['DELETE /images/i1', 'DELETE /networks/n1']);
});

test('only what this process made is its own', async () => {
  await using engine = await startFakeEngine(listings);
  expect(await listOwnMachines(engine)).toEqual(['mine']);
  expect(await removeOwn(engine)).toEqual(['mine']);
  expect(engine.requests).toContain('DELETE /containers/c1');
  expect(engine.requests).not.toContain('DELETE /containers/c2');
});

test('what cannot be removed is named, and does not keep the rest', async () => {
  await using engine = await startFakeEngine({
    ...listings,
    'DELETE /containers/c2': { status: 500, body: { message: 'device busy' } },
  });
  await expect(removeAbandoned(engine)).rejects.toThrow(
    /Cannot remove left-behind .* status 500, .*device busy/,
  );
  expect(engine.requests).toContain('DELETE /containers/c3');
});

test('two runs that remove the same image at once get on with it', async () => {
  await using engine = await startFakeEngine({
    ...listings,
    'DELETE /images/i1': { status: 500, body: { message: 'unrecognized image ID sha256:i1' } },
  });
  expect(await removeAbandoned(engine)).toContain('localhost/guideproof/snapshot:1');
});
