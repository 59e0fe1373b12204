import { expect, test } from 'vitest';
import { parseHostSettings, readHostSettings } from './daemon-settings.ts';

test('what leads to the network is carried over, what is about the host’s own engine is not', () => {
  const text =
    '{"registry-mirrors": ["https://m"], "mtu": 1400, "data-root": "/d", "hosts": ["tcp://0.0.0.0"]}';
  expect(parseHostSettings(text)).toEqual({ 'registry-mirrors': ['https://m'], mtu: 1400 });
});

test('a host without the file has none', async () => {
  expect(await readHostSettings('/nowhere/daemon.json')).toEqual({});
});
