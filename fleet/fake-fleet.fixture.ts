import type { CheckTarget } from '../model/check-target.ts';
import type { Outcome } from '../model/finding.ts';
import type { TargetAudit } from '../model/target-audit.ts';
import type { AuditStore } from './audit-store.ts';
import type { AuditedTarget } from './fleet-event.ts';

const where = { file: 'guide/message-queue.rst', line: 24 };

/** `count` targets, `amqp://host-0:5672` and on. */
export function fakeTargets(count: number): readonly CheckTarget[] {
  return Array.from({ length: count }, (_, index) => ({
    kind: 'wire',
    id: `amqp://host-${index}:5672`,
    hostname: `host-${index}`,
    port: 5672,
    tls: false,
  }));
}

/** An audit with one finding and a transcript. */
export function fakeAudit(id: string, outcome: Outcome = 'pass', reason?: string): TargetAudit {
  const finding = {
    id: 'access.login',
    target: id,
    title: 'Log in',
    severity: 'error',
    where,
    durationMs: 1,
  } as const;
  return {
    target: { id, kind: 'controller', accommodations: [] },
    findings: [{ ...finding, outcome, ...(reason !== undefined && { reason }) }],
    transcript: [
      { target: id, id: 'access.login', command: 'log in', output: 'done\n', exitCode: 0, durationMs: 1 },
    ],
  };
}

/** The audit of a target at which nobody looked. */
export async function fakeUnaudited({ id }: CheckTarget, reason: string): Promise<AuditedTarget> {
  const { target, findings } = fakeAudit(id, 'could-not-check', reason);
  return { target, findings };
}

/** A store that remembers only which targets it was given. */
export function fakeStore(
  kept: AuditStore['kept'] = new Map(),
): AuditStore & { readonly ids: readonly string[] } {
  const ids: string[] = [];
  return {
    ids,
    kept,
    keep: async ({ target }) => void ids.push(target.id),
    [Symbol.asyncDispose]: async () => undefined,
  };
}
