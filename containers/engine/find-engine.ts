import { homedir } from 'node:os';
import { type Candidate, listCandidates } from './candidates.ts';
import { readDockerContext } from './docker-context.ts';
import { EngineError } from './engine-error.ts';
import { type EngineFacts, readEngineFacts } from './engine-facts.ts';

/** An engine that answers. */
export interface FoundEngine extends Candidate {
  readonly facts: EngineFacts;
}

/** A place where no engine answers, and why. */
export interface SilentPlace extends Candidate {
  readonly reason: string;
}

export interface Search {
  /** Absent when nothing answers anywhere. */
  readonly found?: FoundEngine;
  readonly silent: readonly SilentPlace[];
}

/**
 * Looks for an engine that runs already; nothing is installed or started.
 * @throws EngineError `unreachable` when DOCKER_HOST is set and no engine answers there.
 */
export async function findEngine(environment: NodeJS.ProcessEnv = process.env): Promise<Search> {
  const chosen = environment.DOCKER_HOST;
  if (chosen) return { found: await askChosen(chosen), silent: [] };
  const candidates = listCandidates(environment, homedir(), await readDockerContext());
  return firstThatAnswers(candidates, readEngineFacts);
}

async function askChosen(host: string): Promise<FoundEngine> {
  try {
    return { host, origin: 'DOCKER_HOST', facts: await readEngineFacts(host) };
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    const advice = 'Start the engine it names, or unset DOCKER_HOST to use any other.';
    throw new EngineError('unreachable', `DOCKER_HOST is set to ${host}. ${why} ${advice}`, { cause });
  }
}

/** Asks all candidates at once; the first in their order that answers is taken, however fast the others were. */
export async function firstThatAnswers(
  candidates: readonly Candidate[],
  ask: (host: string) => Promise<EngineFacts>,
): Promise<Search> {
  const probes = candidates.map((candidate) =>
    ask(candidate.host).then(
      (facts) => ({ ...candidate, facts }),
      (error: unknown) => ({ ...candidate, reason: error instanceof Error ? error.message : String(error) }),
    ),
  );
  const silent: SilentPlace[] = [];
  for (const probe of probes) {
    const result = await probe;
    if ('facts' in result) return { found: result, silent };
    silent.push(result);
  }
  return { silent };
}
