import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { $ } from 'zx';
import { openEngine } from '../../containers/engine/open-engine.ts';
import { prepareImage } from '../../containers/images/prepare-image.ts';
import { distributionById } from '../../containers/index.ts';

const rounds = 3;
const bare = createRequire(import.meta.url).resolve('#package/scripts/bench/bare.sh');
const beside = (file: string): string => fileURLToPath(new URL(file, import.meta.url));
const say = (line: string): void => void process.stdout.write(`${line}\n`);

/** Bounds that the project holds itself to. */
const bounds = { overhead: 1.15, parallel: 1.35 };

/** Compares `verify` with a bare shell script for the same work, and two distributions at once with one, pair by pair. */
async function bench(): Promise<number> {
  await using engine = await openEngine({ onProgress: say });
  const [first, second] = ['debian-12', 'debian-13'] as const;
  const images = await Promise.all(
    [first, second].map((id) =>
      prepareImage(engine, distributionById(id), { onProgress: say, standIns: 'never', requireReal: true }),
    ),
  );
  const run = $({ env: { ...engine.environment }, quiet: true });
  const verify = (ids: string) =>
    seconds(() => run`node ${beside('../guideproof.js')} verify --distro ${ids} --out out/bench`);
  const script = () =>
    seconds(() => run`sh ${bare} ${engine.cli} ${images[0]?.reference ?? ''} ${beside('./round-trip.js')}`);
  const [overhead, parallel]: number[][] = [[], []];
  for (let round = 1; round <= rounds; round += 1) {
    const [shell, one] = [await script(), await verify(first)];
    const [other, both] = [await verify(second), await verify(`${first},${second}`)];
    overhead?.push(one / shell);
    parallel?.push(both / Math.max(one, other));
    say(
      `round ${round}: script ${show(shell)}, verify ${first} ${show(one)}, ${second} ${show(other)}, both ${show(both)}`,
    );
  }
  const kept = [
    judge('verify / bare script', overhead ?? [], bounds.overhead),
    judge('two at once / slower alone', parallel ?? [], bounds.parallel),
  ];
  return kept.every(Boolean) ? 0 : 1;
}

async function seconds(work: () => PromiseLike<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return (performance.now() - start) / 1_000;
}

function show(value: number): string {
  return `${value.toFixed(1)} s`;
}

function judge(what: string, ratios: readonly number[], bound: number): boolean {
  const sorted = [...ratios].sort((a, b) => a - b);
  const median = sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
  const [least, most] = [sorted.at(0) ?? 0, sorted.at(-1) ?? 0];
  say(
    `${what}: ${median.toFixed(2)} (${least.toFixed(2)} to ${most.toFixed(2)}), bound ${bound}: ${median <= bound ? 'kept' : 'broken'}`,
  );
  return median <= bound;
}

process.exitCode = await bench();
