import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';

/** Programs that come first on this process's PATH until they are disposed of. */
export interface FakePrograms extends Disposable {
  readonly folder: string;
  /** The command lines that a program was started with, if its script has the line `log "$@"`. */
  calls(): readonly string[];
}

/** Makes programs out of the bodies of shell scripts, by name. */
export function fakePrograms(scripts: Readonly<Record<string, string>>): FakePrograms {
  const folder = mkdtempSync(join(tmpdir(), 'guideproof-fakes-'));
  const calls = join(folder, 'calls');
  writeFileSync(calls, '');
  for (const [name, script] of Object.entries(scripts)) {
    const file = join(folder, name);
    const start = `#!/bin/sh\nfolder='${folder}'\nlog() { echo "${name} $*" >> '${calls}'; }\n`;
    writeFileSync(file, `${start}${script}\n`);
    chmodSync(file, 0o755);
  }
  const path = process.env.PATH;
  process.env.PATH = `${folder}${delimiter}${path}`;
  return {
    folder,
    calls: () => readFileSync(calls, 'utf8').trim().split('\n'),
    [Symbol.dispose]: () => {
      process.env.PATH = path;
      rmSync(folder, { recursive: true });
    },
  };
}
