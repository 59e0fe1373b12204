import { createHash } from 'node:crypto';
import type { Finding } from '../model/finding.ts';
import type { Report, Target } from '../model/report.ts';
import { issuesOf } from './issues.ts';
import { mapKey } from './map-key.ts';
import { inStableOrder } from './stable-order.ts';
import type { FailOn, Standing } from './standing.ts';

/** What a tool that keeps track of problems over many runs is told: one problem of one distribution. */
export interface Alert {
  /** The same for as long as the problem stays the same, also when it has moved to another line; no two alerts share one. */
  readonly fingerprint: string;
  readonly standing: Standing;
  readonly finding: Finding;
  /** A person's name for where it was seen, such as “Debian 12” or “openSUSE Leap (rehearsed on a stand-in)”. */
  readonly distribution: string;
  readonly targets: readonly string[];
}

/** An alert for everything that failed or could not be checked, worst first; hosts of one distribution share theirs. */
export function alertsOf(report: Report, failOn: FailOn): readonly Alert[] {
  const targets = new Map(report.targets.map((target) => [target.id, target]));
  const alerts = new Map<string, Alert & { readonly targets: string[] }>();
  const findings = report.findings.filter(({ outcome }) => outcome !== 'not-applicable');
  const variants = issuesOf(inStableOrder({ ...report, findings }), failOn).flatMap(
    (issue) => issue.variants,
  );
  for (const { standing, finding, targets: concerned } of variants) {
    for (const id of concerned) {
      const distribution = distributionOf(targets.get(id));
      const problem = [finding.id, distribution, finding.title, finding.expected, finding.outcome];
      const key = mapKey([...problem, standing]);
      const alert = alerts.get(key);
      if (alert) alert.targets.push(id);
      else
        alerts.set(key, {
          fingerprint: mapKey(problem),
          standing,
          finding,
          distribution,
          targets: [id],
        });
    }
  }
  return withFingerprints([...alerts.values()]);
}

function distributionOf(target: Target | undefined): string {
  const name = target?.distro ?? 'an unknown distribution';
  return target?.kind === 'stand-in' ? `${name} (rehearsed on a stand-in)` : name;
}

// Some hosts of a distribution may be waived where others are not: the second of the two alerts is told apart.
function withFingerprints(alerts: readonly Alert[]): readonly Alert[] {
  const used = new Set<string>();
  return alerts.map((alert) => {
    const own = used.has(alert.fingerprint) ? `${alert.fingerprint} ${alert.standing}` : alert.fingerprint;
    used.add(alert.fingerprint);
    return { ...alert, fingerprint: createHash('sha256').update(own).digest('hex') };
  });
}
