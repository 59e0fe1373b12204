import { z } from 'zod';
import { findingsSchema } from './findings-schema.ts';

/** The text of `docs/findings.schema.json`: JSON Schema 2020-12, made from the schema that the product itself parses with. */
export function findingsJsonSchema(): string {
  const { $schema, ...rest } = z.toJSONSchema(findingsSchema, { target: 'draft-2020-12' });
  const schema = {
    $schema,
    $id: 'urn:guideproof:findings:1',
    title: 'guideproof findings.json, version 1',
    ...rest,
  };
  return `${JSON.stringify(schema, undefined, 2)}\n`;
}
