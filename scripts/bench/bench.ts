import { openEngine } from '../../containers/engine/open-engine.ts';
import { removeOwn } from '../../containers/engine/removal.ts';
import { benchCheck } from './bench-check.ts';
import type { BenchSite } from './bench-site.ts';
import { benchVerify } from './bench-verify.ts';
import { choose, type PartName } from './choose.ts';
import type { Held } from './timing.ts';

const parts = { check: benchCheck, verify: benchVerify } as const satisfies Record<
  PartName,
  (site: BenchSite) => Promise<readonly Held[]>
>;

/** Runs the chosen parts and holds what they measure to its bounds. @returns the exit code. */
async function bench(): Promise<number> {
  const say = (line: string): void => void process.stdout.write(`${line}\n`);
  const chosen = choose(process.argv.slice(2));
  await using engine = await openEngine({ onProgress: say });
  const held: Held[] = [];
  try {
    for (const { part, rounds } of chosen) held.push(...(await parts[part]({ engine, rounds, say })));
  } finally {
    await removeOwn(engine);
  }
  for (const { text } of held) say(text);
  return held.every(({ kept }) => kept) ? 0 : 1;
}

process.exitCode = await bench();
