import { isDeepStrictEqual } from 'node:util';
import { type DistributionTag, distributionTags } from '../model/distribution.ts';

/** What is the same whatever distribution it is; `undefined` where that has to be known first. */
export function foreseen<Value>(valueFor: (tag: DistributionTag | undefined) => Value): Value | undefined {
  const unknown = valueFor(undefined);
  return distributionTags.every((tag) => isDeepStrictEqual(valueFor(tag), unknown)) ? unknown : undefined;
}
