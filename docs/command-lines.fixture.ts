import { piecesOf } from '../reports/fixtures/read-markdown.fixture.ts';
import { pages } from './pages.fixture.ts';

/** Commands of a page that belong together: a block of them, or one in the middle of a sentence. */
export interface DocCommands {
  readonly page: string;
  readonly line: number;
  /** One command each; a `# ` before it says that it is typed on a controller, as root. */
  readonly commands: readonly string[];
}

/** What can be said is shown, not a command that somebody would type. */
export const isSynopsis = (command: string): boolean => /^guideproof .*(?: \[|\.\.\.|…)/.test(command);

/** Every command of a page in its order: in blocks for a shell, and `npx guideproof …` in sentences. */
export function commandsOf(page: string): readonly DocCommands[] {
  const root = pages.get(page);
  if (root === undefined) throw new Error(`expected a page, got ${page}`);
  return piecesOf(root, 'code', 'inlineCode').flatMap((piece) => {
    const shown = piece.type === 'inlineCode' ? sentenceCommands(piece.value) : blockCommands(piece);
    return shown.length === 0 ? [] : [{ page, line: piece.position?.start.line ?? 0, commands: shown }];
  });
}

function sentenceCommands(text: string): readonly string[] {
  return text.startsWith('npx guideproof ') ? [text] : [];
}

function blockCommands({
  lang,
  value,
}: {
  lang?: string | null | undefined;
  value: string;
}): readonly string[] {
  if (!/^(?:console|sh|bash)$/.test(lang ?? '')) return [];
  return value
    .replaceAll('\\\n', '')
    .split('\n')
    .map((line) => line.replace(/ {2,}(?:\(.*\)|# .*)$/, ''))
    .filter((line) => line.trim() !== '');
}

/** All commands of all pages; of an example for a guide nothing is run. */
export const docCommands: readonly DocCommands[] = [...pages.keys()].flatMap(commandsOf);
