import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { LintFinding } from './lint-finding.ts';
import { lintGuide } from './lint-guide.ts';

/** Lints files by their text, the names in a folder of their own; `guide` is what is linted of them, the folder itself without it. */
export function lintFiles(files: Readonly<Record<string, string>>, guide = ''): readonly LintFinding[] {
  const folder = mkdtempSync(join(tmpdir(), 'lint-'));
  try {
    for (const [name, text] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, name)), { recursive: true });
      writeFileSync(join(folder, name), text);
    }
    const { findings } = lintGuide(join(folder, guide));
    return findings.map((finding) => ({
      ...finding,
      where: { ...finding.where, file: finding.where.file.replace(`${folder}/`, '') },
      message: finding.message.replaceAll(`${folder}/`, ''),
    }));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** What one rule, or without its id any, says of a chapter: `LINE MESSAGE` each. */
export function linted(text: string, rule?: string): string[] {
  const findings = lintFiles({ 'chapter.rst': text }, 'chapter.rst');
  return findings
    .filter((finding) => rule === undefined || finding.rule === rule)
    .map(({ where, message }) => `${where.line} ${message}`);
}
