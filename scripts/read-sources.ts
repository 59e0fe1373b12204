import { readFile } from 'node:fs/promises';
import type { Report } from '../model/report.ts';

/** The text of each file of the guide in which promised output was found to be untrue, by its path; a file that is gone is left out. */
export async function readSources({ findings }: Report): Promise<ReadonlyMap<string, string>> {
  const drifted = findings.filter(({ id, outcome }) => id.startsWith('output.') && outcome === 'fail');
  const paths = [...new Set(drifted.map(({ where }) => where.file))];
  const read = await Promise.all(
    paths.map((path) =>
      readFile(path, 'utf8').then(
        (text) => [[path, text] as const],
        // A merge may happen where the guide is not: its reports then have no fixes.
        () => [],
      ),
    ),
  );
  return new Map(read.flat());
}
