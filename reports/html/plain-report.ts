import type { Report } from '../../model/report.ts';
import { plainText } from '../plain-text.ts';

/** The report without colours and control characters anywhere in it: what a machine printed may hold them. */
export function plainReport(report: Report): Report {
  return plain(report) as Report;
}

function plain(value: unknown): unknown {
  if (typeof value === 'string') return plainText(value);
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, plain(inner)]));
}
