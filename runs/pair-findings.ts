import type { Finding } from '../model/finding.ts';

/** The same check in two runs; one side is absent where only one run has it. */
export interface FindingPair {
  readonly before?: Finding;
  readonly after?: Finding;
}

type Identity = (finding: Finding) => string | undefined;

// A guide's own numbers change when a step is put in before, so what is numbered goes by what it is about.
const numbered = /^(step|output|remedy)\./;
const wordOf = ({ id }: Finding) => numbered.exec(id)?.[1];

// From the surest sign on; each pairs only what those before it left over. Lines are no sign: they move.
const identities: readonly Identity[] = [
  ({ target, id, title }) => key(target, id, title),
  (finding) => wordOf(finding) && key(finding.target, wordOf(finding), finding.title),
  (finding) =>
    finding.command !== undefined && wordOf(finding)
      ? key(finding.target, wordOf(finding), finding.command)
      : undefined,
  (finding) => (wordOf(finding) ? undefined : key(finding.target, finding.id)),
];

/** Finds each finding of one run in another by target and check, wherever in the guide it stands by now; in the later run's order, then what only the earlier one has. */
export function pairFindings(before: readonly Finding[], after: readonly Finding[]): readonly FindingPair[] {
  const found = new Map<Finding, Finding>();
  let left = before;
  for (const identity of identities) {
    const waiting = queues(left, identity);
    for (const finding of after) {
      if (found.has(finding)) continue;
      const earlier = waiting.get(identity(finding) ?? '')?.shift();
      if (earlier) found.set(finding, earlier);
    }
    const taken = new Set(found.values());
    left = left.filter((finding) => !taken.has(finding));
  }
  const pairs = after.map((finding) => {
    const earlier = found.get(finding);
    return earlier ? { before: earlier, after: finding } : { after: finding };
  });
  return [...pairs, ...left.map((finding) => ({ before: finding }))];
}

// Two findings may have one identity (a command that the guide gives twice): then they pair in their order.
function queues(findings: readonly Finding[], identity: Identity): ReadonlyMap<string, Finding[]> {
  const waiting = new Map<string, Finding[]>();
  for (const finding of findings) {
    const id = identity(finding);
    if (id !== undefined) waiting.set(id, [...(waiting.get(id) ?? []), finding]);
  }
  return waiting;
}

function key(...parts: readonly (string | undefined)[]): string {
  return JSON.stringify(parts);
}
