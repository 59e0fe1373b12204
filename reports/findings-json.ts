import type { Report } from '../model/report.ts';
import { findingsSchema } from './findings-schema.ts';
import type { ReportInput } from './report-input.ts';
import { inStableOrder } from './stable-order.ts';

/**
 * The text of `findings.json`: two spaces of indentation, keys in the schema's order, targets and findings in the
 * order of `inStableOrder`, so that a diff of two runs shows only what the world changed.
 * @throws ZodError when the report breaks its own contract, which is a bug of whoever made it.
 */
export function renderFindingsJson({ report }: Pick<ReportInput, 'report'>): string {
  // Parsing gives every object the key order of its schema.
  const ordered: Report = findingsSchema.parse(inStableOrder(report));
  return `${JSON.stringify(ordered, undefined, 2)}\n`;
}
