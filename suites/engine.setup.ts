import type { TestProject } from 'vitest/node';
import { openEngine } from '../containers/engine/open-engine.ts';
import { removeAbandoned, removeOwn } from '../containers/engine/removal.ts';
import './vitest-types.ts';

/** Finds an engine for suites that vitest's own command line runs, and leaves nothing in it. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const engine = await openEngine({ onProgress: (line) => process.stderr.write(`${line}\n`) });
  await removeAbandoned(engine);
  const { kind, cli, host, version, apiVersion, cgroup, environment, origin } = engine;
  project.provide('engine', { kind, cli, host, version, apiVersion, cgroup, environment, origin });
  return async () => {
    await removeOwn(engine);
    await engine[Symbol.asyncDispose]();
  };
}
