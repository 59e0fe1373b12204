import { expect, test } from 'vitest';
import { cacheFolder, engineFolder } from './engine-folder.ts';

test('XDG_CACHE_HOME is respected', () => {
  expect(cacheFolder({ XDG_CACHE_HOME: '/c' })).toBe('/c/guideproof');
  expect(cacheFolder({})).toMatch(/\/\.cache\/guideproof$/);
});

test('a path whose sockets would be too long is refused with the way out', () => {
  const longest = '/'.padEnd(107 - '/engine/exec/containerd/containerd-debug.sock'.length, 'x');
  expect(engineFolder(longest).socket).toBe(`${longest}/engine/engine.sock`);
  expect(() => engineFolder(`${longest}x`)).toThrow(/has 108 bytes.*may have 107. Set XDG_CACHE_HOME/);
});
