import type { Evidence, Judgement } from '../model/evidence.ts';
import type { Severity } from '../model/finding.ts';
import type { ReadTransport } from '../transports/read-transport.ts';
import type { Expectations } from './expectations.ts';

/** The promise of the guide that a requirement comes from; who knows the guide turns it into file and line. */
export type Claim = 'package' | 'service' | 'user' | 'vhost' | 'permissions';

/** What a judge says of a fact; the requirement's own severity holds unless the verdict names another. */
export type Verdict = Omit<Judgement, 'severity' | 'command'> & { readonly severity?: Severity };

/** Who asks for something that the guide does not. */
export interface Source {
  readonly title: string;
  readonly url: string;
}

interface Heading<Id extends string> {
  readonly id: Id;
  readonly title: string;
  /** How much a fail weighs. */
  readonly severity: Severity;
  readonly claim: Claim;
  /** Absent where the guide itself asks for it. */
  readonly source?: Source;
}

/** Expectations in which certain things are said. */
export type Asking<Needed extends keyof Expectations> = Expectations & Required<Pick<Expectations, Needed>>;

interface Definition<Id extends string, Fact, Needed extends keyof Expectations> extends Heading<Id> {
  /** What must be asked of a controller for the requirement to apply, and why it does not where that is not asked. */
  readonly needs?: { readonly keys: readonly Needed[]; readonly otherwise: string };
  readonly gather: (controller: ReadTransport, expected: Asking<Needed>) => Promise<Evidence<Fact>>;
  readonly judge: (fact: Fact, expected: Asking<Needed>) => Verdict;
}

/** One thing that a controller must satisfy, ready to be audited. */
export interface Requirement<Id extends string = string> extends Heading<Id> {
  /** Gathers the evidence, then judges it. */
  readonly audit: (controller: ReadTransport, expected: Expectations) => Promise<Judgement>;
}

/** A requirement whose two halves can also be used one by one. */
interface DefinedRequirement<Id extends string, Fact, Needed extends keyof Expectations>
  extends Requirement<Id> {
  readonly gather: Definition<Id, Fact, Needed>['gather'];
  readonly judge: (evidence: Evidence<Fact>, expected: Asking<Needed>) => Judgement;
}

/** Makes a requirement of a gatherer and a judge of facts; what is not known never reaches the judge. */
export function defineRequirement<const Id extends string, Fact, Needed extends keyof Expectations = never>(
  definition: Definition<Id, Fact, Needed>,
): DefinedRequirement<Id, Fact, Needed> {
  const { severity, source, needs, gather } = definition;
  const judge = (evidence: Evidence<Fact>, expected: Asking<Needed>): Judgement => {
    if (!evidence.known) return { outcome: 'could-not-check', severity, reason: evidence.reason };
    const verdict = definition.judge(evidence.value, expected);
    return { severity, ...(verdict.outcome === 'fail' && source && askedBy(source)), ...verdict };
  };
  const audit = async (controller: ReadTransport, expected: Expectations): Promise<Judgement> =>
    asks(expected, needs?.keys ?? [])
      ? judge(await gather(controller, expected), expected)
      : { outcome: 'not-applicable', severity, reason: needs?.otherwise ?? '' };
  return { ...definition, judge, audit };
}

function asks<Needed extends keyof Expectations>(
  expected: Expectations,
  keys: readonly Needed[],
): expected is Asking<Needed> {
  return keys.every((key) => expected[key] !== undefined);
}

function askedBy({ title, url }: Source): { readonly reason: string } {
  return { reason: `not the guide but ${title} asks for this: ${url}` };
}
