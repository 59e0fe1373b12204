import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { isAbsolute, relative } from 'node:path';
import type { SourceLocation } from '../../model/source-location.ts';
import { GuideError, malformed } from '../guide-error.ts';
import { type Reception, strictly } from './reception.ts';
import type { Source } from './source.ts';
import type { SourceLine } from './source-line.ts';

interface SourceOptions {
  /** The line that names the file, when another file includes it. */
  readonly from?: SourceLocation;
  readonly reception?: Reception;
}

/**
 * Reads a file of a guide.
 * @throws GuideError `missing` without the file, `malformed` when it is not UTF-8 or has tabs in its indentation.
 */
export function readSource(path: string, { from, reception = strictly }: SourceOptions = {}): Source {
  const bytes = readBytes(path, from);
  const shown = shownPath(path);
  const lines = decode(bytes, shown)
    .split(/\r\n?|\n/)
    .map((text, index) => withoutTabs({ file: shown, line: index + 1, text: text.trimEnd() }, reception));
  const source = { path: shown, sha256: createHash('sha256').update(bytes).digest('hex'), lines };
  reception.opened(source);
  return source;
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

/** A tab in the indentation is a defect; where reading goes on all the same, it reaches to the next eighth column as in RST. */
function withoutTabs(line: SourceLine, reception: Reception): SourceLine {
  const [front] = /^ *(?:[*+-]|#[.)]|\d+[.)])?\t[ \t]*/.exec(line.text) ?? [];
  if (!front) return line;
  reception.refused(malformed(line, 'indentation by spaces', 'a tab'));
  const spaced = front.replace(/[^\t]*\t/g, (part) =>
    part.slice(0, -1).padEnd(8 * Math.ceil(part.length / 8)),
  );
  return { ...line, text: spaced + line.text.slice(front.length) };
}

/** A path as reports show it: relative to the working directory when inside it, otherwise as it was given. */
function shownPath(path: string): string {
  const near = relative(process.cwd(), path);
  return near.startsWith('..') || isAbsolute(near) ? path : near.replaceAll('\\', '/');
}
