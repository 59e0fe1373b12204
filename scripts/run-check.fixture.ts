import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { vi } from 'vitest';
import type { Finding } from '../model/finding.ts';
import type { Report } from '../model/report.ts';
import { commandLine } from './command-line.ts';
import { exitCodeOf } from './exit-code-of.ts';

/** What `guideproof check` came to, as its caller sees it. */
interface Checked {
  readonly exitCode: number;
  /** Both streams, and the message of an error with which it ended. */
  readonly printed: string;
  /** Absent where nothing was checked. */
  readonly report: Report | undefined;
  readonly out: string;
  /** Findings that were not passed or left out, as `target id outcome`. */
  readonly held: readonly string[];
}

/** A folder for a test's files, in which programs can be put before those of the PATH. */
export interface Desk extends Disposable {
  readonly folder: string;
  /** Writes a file, and gives its path. */
  file(name: string, text: string): string;
  program(name: string, script: string): void;
  /** Runs `guideproof check` in this process, with `--out` below the folder unless arguments say otherwise. */
  check(...args: readonly string[]): Promise<Checked>;
  /** The text of every file below the folder. */
  texts(): readonly string[];
}

/** Loads all that a check needs, which takes longer than any test; with it, no test has to wait for that. */
export const loadCheck = () => Promise.all([import('./check.ts'), import('./publish.ts')]);

export function newDesk(environment: Readonly<Record<string, string>> = {}): Desk {
  const folder = mkdtempSync(join(tmpdir(), 'guideproof-check-'));
  vi.stubEnv('PATH', `${folder}:${process.env.PATH}`);
  for (const name of ['GUIDEPROOF_PASSWORD', 'OS_TRANSPORT_URL']) vi.stubEnv(name, environment[name]);
  let runs = 0;
  const file = (name: string, text: string) => {
    writeFileSync(join(folder, name), text);
    return join(folder, name);
  };
  return {
    folder,
    file,
    program: (name, script) => chmodSync(file(name, `#!/bin/sh\n${script}\n`), 0o755),
    check: (...args) => {
      runs += 1;
      const named = args[args.findIndex((word) => word === '--out' || word === '--resume') + 1];
      const isNamed = args.includes('--out') || args.includes('--resume');
      const out = isNamed && named !== undefined ? named : join(folder, `out-${runs}`);
      return check(isNamed ? args : [...args, '--out', out], out);
    },
    texts: () =>
      readdirSync(folder, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map(({ parentPath, name }) => readFileSync(join(parentPath, name), 'utf8')),
    [Symbol.dispose]: () => {
      vi.unstubAllEnvs();
      rmSync(folder, { recursive: true });
    },
  };
}

async function check(args: readonly string[], out: string): Promise<Checked> {
  const printed: string[] = [];
  const keep = (text: string | Uint8Array) => {
    printed.push(String(text));
    return true;
  };
  const spies = [process.stdout, process.stderr].map((stream) =>
    vi.spyOn(stream, 'write').mockImplementation(keep),
  );
  const exitCode = await commandLine(['check', ...args])
    .catch((error: unknown) => {
      printed.push(String(error));
      return exitCodeOf(error);
    })
    .finally(() => {
      for (const spy of spies) spy.mockRestore();
    });
  const report = readReport(join(out, 'findings.json'));
  const held = report?.findings.filter(({ outcome }) => outcome === 'fail' || outcome === 'could-not-check');
  return { exitCode, printed: printed.join(''), report, out, held: (held ?? []).map(line) };
}

function line({ target, id, outcome }: Finding): string {
  return `${target} ${id} ${outcome}`;
}

function readReport(path: string): Report | undefined {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return undefined;
  }
}
