import { readFile } from 'node:fs/promises';
import { z } from 'zod';

/** What a site sets so that engines reach the network; everything else in its file is about its own engine. */
const carriedOver = [
  'registry-mirrors',
  'insecure-registries',
  'dns',
  'dns-opts',
  'dns-search',
  'mtu',
  'proxies',
] as const;

/** The settings of the host's own dockerd that a private one needs too, from the text of its daemon.json. */
export function parseHostSettings(text: string): Readonly<Record<string, unknown>> {
  const settings = z.record(z.string(), z.unknown()).parse(JSON.parse(text));
  return Object.fromEntries(carriedOver.filter((key) => key in settings).map((key) => [key, settings[key]]));
}

/** As `parseHostSettings`, of the file at `path`; none when it is missing or cannot be read. */
export async function readHostSettings(path = '/etc/docker/daemon.json') {
  try {
    return parseHostSettings(await readFile(path, 'utf8'));
  } catch {
    return {};
  }
}
