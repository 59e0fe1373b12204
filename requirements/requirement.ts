import type { Evidence, Judgement } from '../model/evidence.ts';
import type { Severity } from '../model/finding.ts';
import type { ReadTransport } from '../transports/read-transport.ts';
import type { Expectations } from './expectations.ts';

/** The promise of the guide that a requirement comes from; who knows the guide turns it into file and line. */
export type Claim = 'package' | 'service' | 'user' | 'vhost' | 'permissions';

/** What a judge says of a fact; the requirement's own severity holds unless the verdict names another. */
export type Verdict = Omit<Judgement, 'severity' | 'command'> & { readonly severity?: Severity };

interface Heading<Id extends string> {
  readonly id: Id;
  readonly title: string;
  /** How much a fail weighs. */
  readonly severity: Severity;
  readonly claim: Claim;
}

interface Definition<Id extends string, Fact> extends Heading<Id> {
  readonly gather: (controller: ReadTransport, expected: Expectations) => Promise<Evidence<Fact>>;
  readonly judge: (fact: Fact, expected: Expectations) => Verdict;
}

/** One thing that a controller must satisfy, ready to be audited. */
export interface Requirement<Id extends string = string> extends Heading<Id> {
  /** Gathers the evidence, then judges it. */
  readonly audit: (controller: ReadTransport, expected: Expectations) => Promise<Judgement>;
}

/** A requirement whose two halves can also be used one by one. */
export interface DefinedRequirement<Id extends string, Fact> extends Requirement<Id> {
  readonly gather: Definition<Id, Fact>['gather'];
  readonly judge: (evidence: Evidence<Fact>, expected: Expectations) => Judgement;
}

/** Makes a requirement of a gatherer and a judge of facts; what is not known never reaches the judge. */
export function defineRequirement<const Id extends string, Fact>(
  definition: Definition<Id, Fact>,
): DefinedRequirement<Id, Fact> {
  const { severity, gather } = definition;
  const judge = (evidence: Evidence<Fact>, expected: Expectations): Judgement =>
    evidence.known
      ? { severity, ...definition.judge(evidence.value, expected) }
      : { outcome: 'could-not-check', severity, reason: evidence.reason };
  return {
    ...definition,
    judge,
    audit: async (controller, expected) => judge(await gather(controller, expected), expected),
  };
}
