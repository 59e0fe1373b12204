import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const bundled = createRequire(import.meta.url).resolve('#package/guide/message-queue.rst');

/**
 * A copy of the bundled chapter with one text in place of another, wherever it stands.
 * @throws Error when the text is not there: the test would then try the unbroken guide.
 */
export async function editedGuide(from: string, to: string): Promise<string> {
  const text = await readFile(bundled, 'utf8');
  if (!text.includes(from)) throw new Error(`expected ${bundled} to contain ${JSON.stringify(from)}`);
  return writeGuide(text.replaceAll(from, to));
}

/** A chapter whose only step has these commands, for any distribution. */
export function guideOfCommands(...commands: readonly string[]): Promise<string> {
  const block = commands.map((command) => `      # ${command}`).join('\n');
  return writeGuide(`Message queue
~~~~~~~~~~~~~

Install and configure components
--------------------------------

1. Do as follows:

   .. code-block:: console

${block}
`);
}

/** The number of the line, from 1, that contains a text. */
export async function lineOf(path: string, text: string): Promise<number> {
  const lines = (await readFile(path, 'utf8')).split('\n');
  return lines.findIndex((line) => line.includes(text)) + 1;
}

async function writeGuide(text: string): Promise<string> {
  const path = join(await mkdtemp(join(tmpdir(), 'guideproof-guide-')), 'chapter.rst');
  await writeFile(path, text);
  return path;
}
