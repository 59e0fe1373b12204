import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { $ } from 'zx';
import type { EngineAddress } from '../../containers/engine/engine.ts';
import { prepareImage } from '../../containers/images/prepare-image.ts';
import { defaultDistributions, distributionById } from '../../containers/index.ts';
import { type BenchSite, out, program } from './bench-site.ts';
import { type Held, holdTo, seconds, show, showAll } from './timing.ts';

const bareScript = createRequire(import.meta.url).resolve('#package/scripts/bench/bare.sh');
const roundTrip = fileURLToPath(new URL('./round-trip.js', import.meta.url));

/** What is timed, each in seconds. */
interface Contest {
  guideproof(command: string, ids: readonly string[]): Promise<number>;
  script(image: string): Promise<number>;
}

/** Compares, in one run: verify with a bare script, two at once with one, all of the default set with each alone, ablate with verify. */
export async function benchVerify(site: BenchSite): Promise<readonly Held[]> {
  const { engine, say } = site;
  const how = { onProgress: say, standIns: 'auto', requireReal: false } as const;
  const images = new Map<string, string>();
  for (const id of new Set(['debian-12', ...defaultDistributions])) {
    images.set(id, (await prepareImage(engine, distributionById(id), how)).reference);
  }
  const contest = contestIn(engine);
  return [...(await pairs(contest, images.get('debian-12') ?? '', site)), ...(await sets(contest, site))];
}

function contestIn(engine: EngineAddress): Contest {
  const run = $({ env: { ...engine.environment }, quiet: true });
  return {
    guideproof: (command, ids) =>
      // Findings are no failure here.
      seconds(
        () => run({ nothrow: true })`node ${program} ${command} --distro ${ids.join(',')} --out ${out}`,
      ),
    script: (image) => seconds(() => run`sh ${bareScript} ${engine.cli} ${image} ${roundTrip}`),
  };
}

async function pairs(
  { guideproof, script }: Contest,
  image: string,
  { rounds, say }: BenchSite,
): Promise<readonly Held[]> {
  const [first, second] = ['debian-12', 'debian-13'] as const;
  const [overhead, parallel, ablation]: [number[], number[], number[]] = [[], [], []];
  for (let round = 1; round <= rounds; round += 1) {
    const [bare, one] = [await script(image), await guideproof('verify', [first])];
    const [other, both] = [await guideproof('verify', [second]), await guideproof('verify', [first, second])];
    const without = await guideproof('ablate', [first]);
    overhead.push(one / bare);
    parallel.push(both / Math.max(one, other));
    ablation.push(without / one);
    const times = { script: bare, [first]: one, [second]: other, both, ablate: without };
    say(`round ${round}: ${showAll(times)}`);
  }
  return [
    holdTo(1.15, 'verify / bare script for the same work', overhead),
    holdTo(1.35, 'two at once / slower alone', parallel),
    holdTo(4, 'ablate / verify', ablation),
  ];
}

async function sets({ guideproof }: Contest, { say }: BenchSite): Promise<readonly Held[]> {
  let alone = 0;
  for (const id of defaultDistributions) {
    const time = await guideproof('verify', [id]);
    say(`${id} alone: ${show(time)}`);
    alone += time;
  }
  const together = await guideproof('verify', defaultDistributions);
  say(`all ${defaultDistributions.length} together: ${show(together)}`);
  return [holdTo(0.75, 'the default set together / sum of each alone', [together / alone])];
}
