import { type Claims, claimsOf } from '../guide/claims.ts';
import { GuideError } from '../guide/guide-error.ts';
import { locateGuides } from '../guide/locate-guide.ts';
import { procedureOf } from '../guide/procedure-of.ts';
import { readDocument } from '../guide/read-guide.ts';
import { type DistributionTag, distributionTags } from '../model/distribution.ts';
import type { Procedure } from '../model/procedure.ts';

/** What the guide says to the readers of one distribution, and what that leads to. */
export interface AuditChapter {
  readonly procedure: Procedure;
  readonly claims: Claims;
}

/** The guide's chapters by distribution; one at least. */
export type AuditGuide = ReadonlyMap<DistributionTag, AuditChapter>;

/**
 * Reads the guide for every distribution that it serves, each file once; `path` as `--guide` takes it.
 * @throws GuideError when there is no such guide, a file of it is malformed, or it serves no distribution at all.
 */
export function readAuditGuide(path: string | undefined): AuditGuide {
  const refusals: unknown[] = [];
  const read = locateGuides(path).flatMap(({ path: file, tags }) => {
    const document = readDocument(file);
    return tags.flatMap((tag) => {
      try {
        const procedure = procedureOf(document, tag);
        return [[tag, { procedure, claims: claimsOf(procedure) }] as const];
      } catch (error) {
        if (!(error instanceof GuideError) || error.code !== 'no-procedure') throw error;
        refusals.push(error);
        return [];
      }
    });
  });
  if (read.length === 0) throw refusals[0];
  return new Map(read);
}

/** The chapter for a distribution; for one that is unknown or that the guide does not serve, the first that it has. */
export function chapterFor(guide: AuditGuide, tag: DistributionTag | undefined): AuditChapter {
  const tags = tag === undefined ? distributionTags : [tag, ...distributionTags];
  const found = tags.flatMap((wanted) => guide.get(wanted) ?? [])[0];
  if (found === undefined)
    throw new TypeError('expected a guide with a chapter for one distribution at least');
  return found;
}
