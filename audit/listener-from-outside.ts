import { judgeListener } from '../access/index.ts';
import type { ListenerSighting } from '../access/listener/listener-sighting.ts';
import type { Judgement } from '../model/evidence.ts';
import type { AuditResult } from './audit-result.ts';

/** What answers from here where a machine's broker should. */
export interface Outside {
  readonly sighting: ListenerSighting;
  readonly hostname: string;
  readonly port: number;
  /** The port of the machine's own that it leads to. */
  readonly machinePort: number;
}

/**
 * Holds what a machine says of its listener against what answers from here. Neither sees everything: a firewall is not seen
 * from inside, and from outside another machine may answer, or a way that only ssh can take. So a socket that is there and
 * cannot be reached is neither a pass nor a fail; whoever introduced himself is known.
 */
export function seenFromOutside(inside: Judgement, { sighting, machinePort, ...place }: Outside): Judgement {
  if (inside.outcome === 'fail') return inside;
  const outside = judgeListener(sighting, { ...place, tls: false });
  const { fix } = judgeListener(sighting, { ...place, port: machinePort, tls: false });
  if (outside.outcome === 'pass') return inside.outcome === 'pass' ? inside : outside;
  const onMachine = `on the machine itself: ${inside.actual ?? inside.reason}`;
  if (outside.outcome === 'fail' && sighting.seen !== 'closed')
    return { ...outside, actual: `${outside.actual}; ${onMachine}`, ...(fix && { fix }) };
  const { expected, actual } = inside;
  const seen = outside.reason ?? `${place.hostname} port ${place.port}: ${outside.actual}, as by a firewall`;
  const reason = `from here ${seen}; ${onMachine}`;
  const base = { outcome: 'could-not-check', severity: outside.severity, reason } as const;
  return { ...base, ...(expected && { expected }), ...(actual && { actual }) };
}

/** What needs a listener of which nobody can tell whether others reach it, cannot be told either. */
export function withoutListener(results: readonly AuditResult[]): readonly AuditResult[] {
  return results.map((result) => {
    const { outcome, actual, fix: _, ...judgement } = result.judgement;
    if (outcome !== 'fail') return result;
    return {
      ...result,
      judgement: { ...judgement, outcome: 'could-not-check', ...(actual && { reason: actual }) },
    };
  });
}
