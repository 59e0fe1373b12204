import { placeOf, type SourceLine } from '../../rst/source-line.ts';
import type { LintRule } from '../lint-rule.ts';
import { allBlocks } from '../walk.ts';

/** Links of the prose that could be `https`; addresses in commands and files are the procedure's own. */
export const httpLink: LintRule = {
  id: 'http-link',
  severity: 'warning',
  find({ blocks, files }) {
    const prose = [...allBlocks(blocks)].filter((block) => block.kind === 'paragraph');
    const targets = files.flatMap(({ lines }) => lines.filter(isLinkTarget));
    return [...prose.flatMap(({ lines }) => lines), ...targets].flatMap((line) =>
      publicLinks(line).map((link) => {
        const expected = link.replace('http:', 'https:');
        return { where: placeOf(line), expected, got: link };
      }),
    );
  },
};

/** `.. _name: URL`, or `__ URL`: where a link of the text leads. */
function isLinkTarget({ text }: SourceLine): boolean {
  return /^ *(?:\.\. )?_(?:_ |_: |[^_].*: )\S+$/.test(text);
}

/** A host without a dot, an address by number and names reserved for examples are nothing that https could be had for. */
function publicLinks({ text }: SourceLine): string[] {
  const links = text.match(/\bhttp:\/\/[^\s<>`"')\]]+/g) ?? [];
  return links
    .map((link) => link.replace(/[.,;:!?]+$/, ''))
    .filter((link) => {
      const host = /^http:\/\/([^/:?#]+)/.exec(link)?.[1] ?? '';
      return host.includes('.') && !/^[\d.]+$|(?:^|\.)(?:local|test|invalid|example(?:\.\w+)?)$/.test(host);
    });
}
