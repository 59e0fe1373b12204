import { runInNewContext } from 'node:vm';

/** What is known of a permission pattern; `missed` is a name that OpenStack uses and that it does not match. */
export type Reach =
  | { readonly reach: 'enough' | 'no-name' | 'unclear' }
  | { readonly reach: 'some-names'; readonly missed: string };

/** Forms that match every name that is not empty; RabbitMQ searches, so without anchors one match anywhere is enough. */
const full = new Set([
  '.*',
  '^.*',
  '.*$',
  '^.*$',
  '(.*)',
  '^(.*)$',
  '.+',
  '^.+',
  '.+$',
  '^.+$',
  '.',
  '^',
  '$',
]);

/** Names that oslo.messaging really uses: exchanges, topics, fanouts, replies, and the default exchange's stand-in. */
const witnesses = [
  'openstack',
  'nova',
  'conductor',
  'cinder-volume.controller@lvm',
  'scheduler_fanout',
  'scheduler_fanout_0f1e2d3c4b5a69788796a5b4c3d2e1f0',
  'reply_9a8b7c6d5e4f30212233445566778899',
  'notifications.info',
  'amq.default',
];

/** Forms that match no name at all (RabbitMQ, “Access Control”). */
const empty = new Set(['', '^$']);

/** Tells whether a permission pattern reaches as far as `wanted`, the one that the guide types. */
export function reachOf(pattern: string, wanted: string): Reach {
  if (full.has(pattern) || pattern === wanted || empty.has(wanted)) return { reach: 'enough' };
  if (empty.has(pattern)) return { reach: 'no-name' };
  const names = full.has(wanted) ? witnesses : witnesses.filter((name) => matches(wanted, name) === true);
  const missed = names.find((name) => matches(pattern, name) === false);
  return missed === undefined ? { reach: 'unclear' } : { reach: 'some-names', missed };
}

/** The broker's patterns are PCRE: one that JavaScript cannot read, or takes long over, tells nothing. */
function matches(pattern: string, name: string): boolean | undefined {
  try {
    return runInNewContext('new RegExp(pattern).test(name)', { pattern, name }, { timeout: 50 }) === true;
  } catch {
    return undefined;
  }
}
