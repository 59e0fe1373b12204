import { z } from 'zod';
import type { Evidence } from '../model/evidence.ts';
import { readCommands } from '../transports/read-commands.ts';
import type { CommandResult, ReadTransport } from '../transports/read-transport.ts';
import { askNode } from './ask-node.ts';
import { readDefinitions } from './broker.ts';
import type { Expectations } from './expectations.ts';
import { nodeRefusal } from './node-refusal.ts';
import { known, unknown, unusable } from './read-evidence.ts';

const names = z.array(z.string());

/** The part of `rabbitmqctl --formatter json cluster_status` that is looked at, as RabbitMQ 3.8 to 4.3 print it. */
const schema = z.object({
  running_nodes: names,
  disk_nodes: names.default([]),
  ram_nodes: names.default([]),
  alarms: z.array(
    z.object({
      node: z.string().default('an unnamed node'),
      resource: z.string().optional(),
      type: z.string().default('resource'),
    }),
  ),
  listeners: z.record(
    z.string(),
    z.array(z.object({ protocol: z.string(), interface: z.string(), port: z.number() })),
  ),
});

/** What one node knows of the cluster that it is in, be it a cluster of one. */
export type Cluster = z.infer<typeof schema>;

/** Reads the cluster's state, for a requirement that makes sense only while the node runs. */
export async function readCluster(
  controller: ReadTransport,
  expected: Pick<Expectations, 'service'>,
): Promise<Evidence<Cluster>> {
  const [cluster, broker] = await Promise.all([
    askNode(controller, readCommands.clusterStatus(), parseCluster),
    readDefinitions(controller, expected),
  ]);
  if (!broker.known) return broker;
  if (!cluster.known) return cluster;
  return cluster.value === 'port-mapper-asleep'
    ? unknown('because node.running failed')
    : known(cluster.value);
}

/** Nodes of the cluster that do not run now. */
export function nodesDown({ disk_nodes, ram_nodes, running_nodes }: Cluster): readonly string[] {
  return [...disk_nodes, ...ram_nodes].filter((node) => !running_nodes.includes(node)).sort();
}

function parseCluster(result: CommandResult): Evidence<Cluster> {
  const cluster = result.exitCode === 0 ? schema.safeParse(parsed(result.stdout)).data : undefined;
  if (cluster) return known(cluster);
  return unknown(nodeRefusal(result) ?? unusable(readCommands.clusterStatus(), result));
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
