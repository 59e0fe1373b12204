import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { $ } from 'zx';
import type { EngineAddress } from '../../containers/engine/engine.ts';
import { openEngine } from '../../containers/engine/open-engine.ts';
import { prepareImage } from '../../containers/images/prepare-image.ts';
import { defaultDistributions, distributionById } from '../../containers/index.ts';
import { holdTo, type Ratio, seconds, show } from './timing.ts';

/** The first argument; the median of fewer than three rounds says little on a busy machine. */
const rounds = Number(process.argv[2] ?? 3);
const say = (line: string): void => void process.stdout.write(`${line}\n`);
const beside = (file: string): string => fileURLToPath(new URL(file, import.meta.url));
const bareScript = createRequire(import.meta.url).resolve('#package/scripts/bench/bare.sh');

/** What is timed, each in seconds. */
interface Contest {
  guideproof(command: string, ids: readonly string[]): Promise<number>;
  script(image: string): Promise<number>;
}

/** Compares, in one run: verify with a bare script, two at once with one, all of the default set with each alone, ablate with verify. */
async function bench(): Promise<number> {
  await using engine = await openEngine({ onProgress: say });
  const how = { onProgress: say, standIns: 'auto', requireReal: false } as const;
  const images = new Map<string, string>();
  for (const id of new Set(['debian-12', ...defaultDistributions])) {
    images.set(id, (await prepareImage(engine, distributionById(id), how)).reference);
  }
  const contest = contestIn(engine);
  const ratios = [...(await pairs(contest, images.get('debian-12') ?? '')), ...(await sets(contest))];
  for (const { text } of ratios) say(text);
  return ratios.every(({ kept }) => kept) ? 0 : 1;
}

function contestIn(engine: EngineAddress): Contest {
  const run = $({ env: { ...engine.environment }, quiet: true });
  const program = beside('../guideproof.js');
  return {
    guideproof: (command, ids) =>
      // Findings are no failure here.
      seconds(
        () => run({ nothrow: true })`node ${program} ${command} --distro ${ids.join(',')} --out out/bench`,
      ),
    script: (image) =>
      seconds(() => run`sh ${bareScript} ${engine.cli} ${image} ${beside('./round-trip.js')}`),
  };
}

async function pairs({ guideproof, script }: Contest, image: string): Promise<readonly Ratio[]> {
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
    say(
      `round ${round}: ${Object.entries(times)
        .map(([what, time]) => `${what} ${show(time)}`)
        .join(', ')}`,
    );
  }
  return [
    holdTo(1.15, 'verify / bare script for the same work', overhead),
    holdTo(1.35, 'two at once / slower alone', parallel),
    holdTo(4, 'ablate / verify', ablation),
  ];
}

async function sets({ guideproof }: Contest): Promise<readonly Ratio[]> {
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

process.exitCode = await bench();
