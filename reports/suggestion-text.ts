import type { RemovedFinding, SuggestedPatch, Suggestion } from '../model/suggestion.ts';
import { listed } from './wording.ts';

/** What became of the wish for a patch, in a sentence without a full stop. */
export function suggestionSentence({ patch, leftOut }: Suggestion): string {
  if (patch) return `removes ${patch.removes.map(findingPhrase).join('; ')}`;
  return leftOut.length === 0 ? 'none: nothing that the guide says was found to be untrue' : 'none';
}

/** A finding with its line and where it was found, such as `output.2.1 (line 94) on debian-12 and debian-13`. */
export function findingPhrase({ id, where, targets }: RemovedFinding): string {
  return `${id} (line ${where.line}) on ${listed(targets)}`;
}

const standings = {
  proven: 'The guide with it was followed again on',
  rehearsed: 'Rehearsed, not proven: the guide with it was followed on stand-ins alone, for',
} satisfies Record<SuggestedPatch['kind'], string>;

/** How the patch was tried, and what else to know of it, a sentence each. */
export function patchRemarks({ kind, targets, remarks }: SuggestedPatch): readonly string[] {
  return [`${standings[kind]} ${listed(targets)}.`, ...remarks];
}
