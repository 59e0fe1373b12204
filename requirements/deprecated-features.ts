import { z } from 'zod';
import type { Evidence } from '../model/evidence.ts';
import { readCommands } from '../transports/read-commands.ts';
import type { ReadTransport } from '../transports/read-transport.ts';
import { askNode } from './ask-node.ts';
import { known, unknown, unusable } from './read-evidence.ts';

const phases = ['permitted_by_default', 'denied_by_default', 'disconnected', 'removed'] as const;

/** What a build of RabbitMQ does with a feature that is on its way out (RabbitMQ, “Deprecated Features”). */
export type DeprecationPhase = (typeof phases)[number];

const schema = z.array(z.object({ name: z.string(), deprecation_phase: z.string() }));

/** Asks the node for the phase of one feature, at the price of one start of the Erlang VM. */
export async function readDeprecationPhase(
  controller: ReadTransport,
  feature: string,
): Promise<Evidence<DeprecationPhase>> {
  const command = readCommands.deprecatedFeatures();
  const answer = await askNode(controller, command, (result): Evidence<DeprecationPhase> => {
    if (result.exitCode !== 0) return unknown(unusable(command, result));
    const said = phaseIn(result.stdout, feature);
    return said ? known(said) : unknown(`rabbitmqctl says nothing that is understood of ${feature}`);
  });
  if (!answer.known) return answer;
  return answer.value === 'port-mapper-asleep' ? unknown('because node.running failed') : known(answer.value);
}

function phaseIn(text: string, feature: string): DeprecationPhase | undefined {
  try {
    const found = schema.parse(JSON.parse(text)).find(({ name }) => name === feature);
    return phases.find((phase) => phase === found?.deprecation_phase);
  } catch {
    return undefined;
  }
}
