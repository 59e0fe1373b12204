import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { isAbsolute, relative } from 'node:path';
import type { SourceLocation } from '../../model/source-location.ts';
import { GuideError, malformed } from '../guide-error.ts';
import type { SourceLine } from './source-line.ts';

/** A file of a guide as lines; `sha256` is of its bytes, in hex. */
export interface Source {
  readonly path: string;
  readonly sha256: string;
  readonly lines: readonly SourceLine[];
}

/**
 * Reads a file of a guide; `from` is the line that names it, for a file that another one includes.
 * @throws GuideError `missing` without the file, `malformed` when it is not UTF-8 or has tabs in its indentation.
 */
export function readSource(path: string, from?: SourceLocation): Source {
  const bytes = readBytes(path, from);
  const shown = shownPath(path);
  const lines = decode(bytes, shown)
    .split(/\r\n?|\n/)
    .map((text, index) => ({ file: shown, line: index + 1, text: text.trimEnd() }));
  for (const line of lines) refuseTabs(line);
  return { path: shown, sha256: createHash('sha256').update(bytes).digest('hex'), lines };
}

function readBytes(path: string, from: SourceLocation | undefined): Buffer {
  try {
    return readFileSync(path);
  } catch (cause) {
    const where = from ? { where: from } : {};
    const got = `none that can be read (${(cause as NodeJS.ErrnoException).code})`;
    throw new GuideError({ code: 'missing', expected: `a file ${path}`, got, ...where, cause });
  }
}

function decode(bytes: Buffer, path: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw malformed({ file: path, line: 1 }, 'UTF-8 text', 'bytes that are not');
  }
}

function refuseTabs(line: SourceLine): void {
  if (/^ *(?:[*+-]|#[.)]|\d+[.)])?\t/.test(line.text))
    throw malformed(line, 'indentation by spaces', 'a tab');
}

/** A path as reports show it: relative to the working directory when inside it, otherwise as it was given. */
function shownPath(path: string): string {
  const near = relative(process.cwd(), path);
  return near.startsWith('..') || isAbsolute(near) ? path : near.replaceAll('\\', '/');
}
