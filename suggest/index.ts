import type { Material } from './material.ts';
import { missingActions } from './missing-actions.ts';
import { type Ideas, leaving, type Suggest, together } from './proposal.ts';
import { stalePromises } from './stale-promises.ts';

/** Every kind of change that is suggested; another one is one file and one line here. */
const kinds: readonly Suggest[] = [stalePromises, missingActions];

const onStandIn =
  'seen on a stand-in alone, which proves nothing; --stand-ins only makes a patch of what was rehearsed';

/**
 * What to change in the guide, still untried. A patch is either proven or rehearsed: where anything at all was run on a
 * distribution itself, what only stand-ins show is left out.
 */
export function propose(material: Material): Ideas {
  const { proposals, leftOut } = together(kinds.map((suggest) => suggest(material)));
  if (!material.witnesses.some(({ kind }) => kind === 'real')) return { proposals, leftOut };
  const rehearsed = proposals.filter(({ kind }) => kind === 'rehearsed');
  return {
    proposals: proposals.filter(({ kind }) => kind === 'proven'),
    leftOut: [...leftOut, ...rehearsed.flatMap(({ where, removes }) => leaving(where, removes, onStandIn))],
  };
}
