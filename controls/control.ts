import type { Evidence, Judgement } from '../model/evidence.ts';
import type { Severity } from '../model/finding.ts';
import type { ControlSite } from './control-site.ts';

/** The promises of the guide that a control can belong to. */
export type Promised = 'package' | 'service' | 'user' | 'permissions';

/** What a judge says of a fact; the control's own severity holds. */
export type Verdict = Omit<Judgement, 'severity' | 'command'>;

interface Heading<Id extends string> {
  readonly id: Id;
  readonly title: string;
  /** How much a fail weighs. */
  readonly severity: Severity;
  /** Where the guide says it; the first of these promises that a guide makes counts. */
  readonly promised: readonly Promised[];
}

interface Definition<Id extends string, Fact> extends Heading<Id> {
  /** Ids of what must have passed before, since the control would prove nothing otherwise. */
  readonly needs: readonly string[];
  readonly gather: (site: ControlSite) => Promise<Evidence<Fact>>;
  readonly judge: (fact: Fact, site: Pick<ControlSite, 'before' | 'service'>) => Verdict;
}

/** One trial that shows whether a proof would have noticed, ready to be made. */
export interface Control<Id extends string = string> extends Heading<Id> {
  /** Gathers the evidence, then judges it; may leave the machine changed only as the control says. */
  readonly prove: (site: ControlSite) => Promise<Judgement>;
}

/** A control whose judge can also be used by itself. */
export interface DefinedControl<Id extends string, Fact> extends Control<Id> {
  readonly judge: Definition<Id, Fact>['judge'];
}

/** Makes a control of a gatherer and a judge of facts; what is not known never reaches the judge. */
export function defineControl<const Id extends string, Fact>(
  definition: Definition<Id, Fact>,
): DefinedControl<Id, Fact> {
  const { id, title, severity, promised, needs, gather, judge } = definition;
  const unknown = (reason: string): Judgement => ({ outcome: 'could-not-check', severity, reason });
  const prove = async (site: ControlSite): Promise<Judgement> => {
    const missing = needs.find((need) => site.before.judgements.get(need)?.outcome !== 'pass');
    if (missing !== undefined) return unknown(`because ${missing} did not pass`);
    const evidence = await gather(site);
    return evidence.known ? { severity, ...judge(evidence.value, site) } : unknown(evidence.reason);
  };
  return { id, title, severity, promised, judge, prove };
}
