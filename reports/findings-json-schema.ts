import { z } from 'zod';
import { findingsSchema } from './findings-schema.ts';

/** The text of `docs/findings.schema.json`: JSON Schema 2020-12, made from the schema that the product itself parses with. */
export function findingsJsonSchema(): string {
  const { $schema, ...rest } = z.toJSONSchema(findingsSchema, { target: 'draft-2020-12' });
  const title = 'guideproof findings.json, version 1';
  const schema = { $schema, $id: 'urn:guideproof:findings:1', title, ...rest };
  return `${foldLists(JSON.stringify(schema, undefined, 2))}\n`;
}

// The file is kept in the project's own format, which has lists of words on one line of at most 110 columns.
function foldLists(json: string): string {
  return json.replace(/^.*\[\n[^[\]{}]*\n *\],?$/gm, (list) => {
    const folded = list
      .replace(/\[\n */, '[')
      .replace(/\n *\]/, ']')
      .replace(/,\n */g, ', ');
    return folded.length <= 110 ? folded : list;
  });
}
