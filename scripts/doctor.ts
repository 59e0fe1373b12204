import { clientEnvironment } from '../containers/engine/client.ts';
import { type EngineExamination, examineEngine } from '../containers/engine/doctor.ts';
import { describeSources, type SourceDescription } from '../containers/images/describe-sources.ts';
import { distributions } from '../containers/index.ts';
import { exitCodes } from './exit-codes.ts';

/**
 * Prints which engine and images a verification would use; nothing is installed, started or changed.
 * @returns 0 when every distribution could be had, otherwise the exit code of what could not be checked.
 */
export async function doctor(): Promise<number> {
  const examination = await examineEngine();
  const sources = await describeSources(engineOf(examination), distributions);
  const lines = [
    ...engineLines(examination),
    '',
    'Images',
    ...sources.flatMap(sourceLines),
    '',
    adviceOf(examination, sources),
  ];
  process.stdout.write(`${lines.join('\n')}\n`);
  const usable = examination.state !== 'unusable' && sources.every(({ use }) => use !== 'unavailable');
  return usable ? 0 : exitCodes.couldNotCheck;
}

function engineOf(examination: EngineExamination) {
  if (examination.state !== 'ready') return undefined;
  const { engine } = examination;
  return { ...engine, environment: clientEnvironment(engine.kind, engine.host, process.env) };
}

function engineLines(examination: EngineExamination): readonly string[] {
  if (examination.state === 'startable')
    return ['Engine', `  none answers; verify would ${examination.plan}`];
  if (examination.state === 'unusable') return ['Engine', `  unusable: ${examination.problem}`];
  const { kind, version, apiVersion, cgroup, storageDriver, dataRoot, freeBytes, origin, host } =
    examination.engine;
  const free = freeBytes === undefined ? '' : `, ${(freeBytes / 1e9).toFixed(0)} GB free`;
  return [
    'Engine',
    `  ${kind} ${version} (API ${apiVersion}), found by ${origin}: ${host}`,
    `  cgroup ${cgroup}, storage ${storageDriver} in ${dataRoot}${free}`,
  ];
}

function sourceLines({ distribution, use, sources }: SourceDescription): readonly string[] {
  const from = {
    present: 'here already',
    registry: 'from its registry',
    archive: 'from its package archive',
    'stand-in': 'only as a stand-in',
    unavailable: 'unavailable',
  };
  return [
    `  ${distribution.id.padEnd(19)} ${from[use]}`,
    ...sources.map(
      ({ way, usable, detail }) => `    ${way.padEnd(9)} ${usable ? 'yes' : 'no '}  ${detail.split('\n')[0]}`,
    ),
  ];
}

function adviceOf(examination: EngineExamination, sources: readonly SourceDescription[]): string {
  if (examination.state === 'unusable') return 'No verification is possible here: see the engine above.';
  const missing = sources
    .filter(({ use }) => use === 'unavailable')
    .map(({ distribution }) => distribution.id);
  const rehearsed = sources
    .filter(({ use }) => use === 'stand-in')
    .map(({ distribution }) => distribution.id);
  const standIns =
    rehearsed.length === 0
      ? ''
      : `Only a stand-in, which proves nothing, can be had of ${rehearsed.join(', ')}.\n`;
  return missing.length === 0
    ? `${standIns}Everything is usable: guideproof verify`
    : `${standIns}Not to be had: ${missing.join(', ')}. The others: guideproof verify --distro ID,ID`;
}
