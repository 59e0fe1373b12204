import pLimit from 'p-limit';
import type { CheckTarget } from '../model/check-target.ts';
import type { TargetAudit } from '../model/target-audit.ts';
import { type Abandonment, newAbandonment } from './abandonment.ts';
import type { AuditStore } from './audit-store.ts';
import type { AuditedTarget, FleetEvent } from './fleet-event.ts';

const defaultGraceMs = 1_000;

/** Which targets are audited, how, and who is told. */
export interface FleetPlan {
  readonly targets: readonly CheckTarget[];
  /** How many are worked on at the same time. */
  readonly jobs: number;
  /** Audits one target; ends soon after the signal with what it knows by then. */
  audit(target: CheckTarget, signal: AbortSignal): Promise<TargetAudit>;
  /** The audit of a target at which nobody looked: everything is `could-not-check` for the reason. */
  unaudited(target: CheckTarget, reason: string): Promise<AuditedTarget>;
  readonly signal: AbortSignal;
  readonly store: AuditStore;
  onEvent?(event: FleetEvent): void;
  /** How long an audit may go on after the signal, in milliseconds; a second unless said otherwise. */
  readonly graceMs?: number;
}

/**
 * Audits all targets, some at a time, and keeps each result on disk as soon as it is there; what the store has from an
 * earlier run is not audited again. Nothing that goes wrong with one target delays or loses another.
 * @returns what was found out of every target, in the order of `targets`; transcripts are on disk only.
 */
export async function auditFleet(plan: FleetPlan): Promise<readonly AuditedTarget[]> {
  using abandonment = newAbandonment(plan.signal, plan.graceMs ?? defaultGraceMs);
  const limit = pLimit(plan.jobs);
  const auditing = plan.targets.map((target) => {
    const audit = plan.store.kept.get(target.id);
    if (audit === undefined) return limit(() => auditOne(plan, abandonment, target));
    plan.onEvent?.({ kind: 'resumed', audit });
    return audit;
  });
  return await Promise.all(auditing);
}

async function auditOne(
  plan: FleetPlan,
  abandonment: Abandonment,
  target: CheckTarget,
): Promise<AuditedTarget> {
  if (plan.signal.aborted) return plan.unaudited(target, 'the run was interrupted before it was reached');
  plan.onEvent?.({ kind: 'started', target: target.id });
  const whole = await abandonment
    .run((signal) => plan.audit(target, signal))
    .catch(async (error: unknown) => {
      const audit = await plan.unaudited(target, reasonOf(error, plan.signal));
      return { ...audit, transcript: [] };
    });
  // What ends after an interruption may be half an audit: it is reported, but `--resume` makes it anew.
  if (!plan.signal.aborted) await keep(plan, whole);
  const audit = { target: whole.target, findings: whole.findings };
  plan.onEvent?.({ kind: 'finished', audit });
  return audit;
}

async function keep(plan: FleetPlan, audit: TargetAudit): Promise<void> {
  try {
    await plan.store.keep(audit);
  } catch (error) {
    plan.onEvent?.({ kind: 'not-kept', target: audit.target.id, error });
  }
}

function reasonOf(error: unknown, { aborted }: AbortSignal): string {
  if (aborted) return 'the run was interrupted before its audit ended';
  return `the audit broke: ${error instanceof Error ? error.message : String(error)}`;
}
