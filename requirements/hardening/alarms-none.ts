import { type Cluster, nodesDown, readCluster } from '../cluster.ts';
import { defineRequirement, type Verdict } from '../requirement.ts';

/** No node of the broker's cluster has run out of something. */
export const alarmsNone = defineRequirement({
  id: 'alarms.none',
  title: 'The broker has raised no alarm',
  severity: 'warning',
  claim: 'service',
  source: { title: 'RabbitMQ, “Memory and Disk Alarms”', url: 'https://www.rabbitmq.com/docs/alarms' },
  gather: readCluster,
  judge: judgeAlarms,
});

/** What to do about each resource that RabbitMQ watches. */
const remedies: ReadonlyMap<string, string> = new Map([
  [
    'memory',
    'Let consumers catch up, or give the node more memory; rabbitmq-diagnostics memory_breakdown says what holds it.',
  ],
  [
    'disk',
    'Free space where /var/lib/rabbitmq is, or lower disk_free_limit in rabbitmq.conf if it is set too high.',
  ],
]);

function judgeAlarms(cluster: Cluster): Verdict {
  const expected = 'no alarm for memory, disk space or file descriptors on any node';
  const down = nodesDown(cluster);
  const silent = `not running: ${down.join(', ')} of the same cluster`;
  const half = down.length === 0 ? '' : `; ${silent}`;
  const alarms = cluster.alarms.map(({ node, resource, type }) => ({ node, what: resource ?? type }));
  if (alarms.length === 0) {
    const actual = `none on ${cluster.running_nodes.toSorted().join(', ')}`;
    // A node may well be down because it had run out of something.
    return down.length > 0
      ? { outcome: 'could-not-check', expected, actual, reason: silent }
      : { outcome: 'pass', expected, actual };
  }
  const actual = alarms.map(({ node, what }) => `${what} on ${node}`).sort();
  const fixes = [...new Set(alarms.map(({ what }) => remedies.get(what)))].filter((fix) => fix !== undefined);
  return {
    outcome: 'fail',
    // Hardening asks for it, but what it finds has broken access already.
    severity: 'error',
    expected,
    actual: `${actual.join(', ')}: publishers are blocked${half}`,
    fix: fixes.join(' ') || 'See rabbitmq-diagnostics status for what has run out.',
  };
}
