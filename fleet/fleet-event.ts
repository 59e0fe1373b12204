import type { TargetAudit } from '../model/target-audit.ts';

/** What is kept of the audit of a target once its transcript is on disk. */
export type AuditedTarget = Pick<TargetAudit, 'target' | 'findings'>;

/** What happens while a fleet is audited. */
export type FleetEvent =
  /** An earlier run had audited the target already. */
  | { readonly kind: 'resumed'; readonly audit: AuditedTarget }
  | { readonly kind: 'started'; readonly target: string }
  | { readonly kind: 'finished'; readonly audit: AuditedTarget }
  /** The result counts, but could not be written to disk: `--resume` will not find it. */
  | { readonly kind: 'not-kept'; readonly target: string; readonly error: unknown };
