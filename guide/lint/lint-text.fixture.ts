import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { LintFinding } from './lint-finding.ts';
import { type LintResult, lintGuide } from './lint-guide.ts';

type Files = Readonly<Record<string, string>>;

/** Lints files by their text; `guide` is what is linted of their folder, all of it without that, and stays out of what is said. */
export function lintResult(files: Files, guide = ''): LintResult {
  const folder = mkdtempSync(join(tmpdir(), 'lint-'));
  const bare = (text: string) => text.replaceAll(`${folder}/`, '');
  try {
    for (const [name, text] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, name)), { recursive: true });
      writeFileSync(join(folder, name), text);
    }
    const { files: read, findings, waiting } = lintGuide(join(folder, guide));
    return {
      files: read.map(bare),
      findings: findings.map((finding) => withoutFolder(finding, bare)),
      waiting: new Map([...waiting].map(([file, rules]) => [bare(file), rules])),
    };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function withoutFolder(finding: LintFinding, bare: (text: string) => string): LintFinding {
  const { where, message } = finding;
  return { ...finding, where: { ...where, file: bare(where.file) }, message: bare(message) };
}

/** What is found in files given by their text. */
export function lintFiles(files: Files, guide?: string): readonly LintFinding[] {
  return lintResult(files, guide).findings;
}

/** What one rule, or without its id any, says of a chapter: `LINE MESSAGE` each. */
export function linted(text: string, rule?: string): string[] {
  return lintFiles({ 'chapter.rst': text }, 'chapter.rst')
    .filter((finding) => rule === undefined || finding.rule === rule)
    .map(({ where, message }) => `${where.line} ${message}`);
}
