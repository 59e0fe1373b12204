import { openEngine } from '../../containers/engine/open-engine.ts';
import { neededProgram } from '../needed-program.ts';

/** One engine for all container tests: what runs already, or a private one that is stopped after the last test. */
export async function setup(): Promise<() => Promise<void>> {
  const purpose = 'the tests of ssh:// targets';
  await neededProgram({ names: ['ssh'], package: 'openssh-client', purpose });
  const engine = await openEngine({ onProgress: (line) => process.stderr.write(`${line}\n`) });
  process.env.DOCKER_HOST = engine.host;
  process.stderr.write(`Container tests use ${engine.kind} ${engine.version} (${engine.origin}).\n`);
  return () => engine[Symbol.asyncDispose]();
}
