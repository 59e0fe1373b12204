import { expect, test } from 'vitest';
import { fakeSite, proven } from './control-site.fixture.ts';
import { controls } from './index.ts';
import { startControls } from './start-controls.ts';

test('every control has a result, also when one of them breaks', async () => {
  const before = proven('node.running');
  const site = fakeSite({ before, restart: () => Promise.reject(new Error('a bug')) });
  const results = startControls(site);
  expect([...results.keys()]).toEqual(controls.map(({ id }) => id));
  await expect(results.get('boot.persistent')).rejects.toThrow('a bug');
  expect(await results.get('control.wrong-vhost')).toMatchObject({ outcome: 'could-not-check' });
});
