import { createHash } from 'node:crypto';

/**
 * A text that is the same for the same values, to be a key of a map. It is short: V8 hashes strings of more than 16,383
 * characters by their length alone, so that a map of such keys gets slower with each of them.
 */
export function mapKey(values: readonly unknown[]): string {
  const json = JSON.stringify(values);
  return json.length <= 1_000 ? json : createHash('sha256').update(json).digest('hex');
}
