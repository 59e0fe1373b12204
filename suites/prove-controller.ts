import type { TransientQueues } from '../access/access-result.ts';
import type { BrokerAddress } from '../access/broker-address.ts';
import { proveAccess } from '../access/index.ts';
import type { Permissions } from '../controls/control-site.ts';
import type { Evidence, Judgement } from '../model/evidence.ts';
import { auditController } from '../requirements/audit-controller.ts';
import { type GuideExpectations, guideExpectations } from '../requirements/expectations.ts';
import { readTransport } from '../transports/read-transport.ts';
import { accountPermissions } from './account-permissions.ts';
import type { Controller } from './open-controller.ts';

/** What was found on a controller, by the id of what was asked, and facts that came along. */
export interface ControllerProof {
  readonly judgements: ReadonlyMap<string, Judgement & { readonly durationMs: number }>;
  readonly brokerVersion?: string;
  readonly transientQueues: Evidence<TransientQueues>;
  readonly permissions: Evidence<Permissions>;
}

const { amqpPort, user: username, vhost } = guideExpectations;
const proofTimeoutMs = 30_000;

/** Where a controller's broker listens now, and as whom the guide's user logs in; a reboot changes it. */
export function brokerAddress({ machine }: Pick<Controller, 'machine'>, password: string): BrokerAddress {
  const port = machine.port(amqpPort);
  return { hostname: machine.host, port, username, password, vhost, timeoutMs: proofTimeoutMs };
}

/** Audits a controller from inside and proves access from outside, both at the same time. */
export async function proveController(
  controller: Controller,
  password: string,
  expectations: GuideExpectations = guideExpectations,
): Promise<ControllerProof> {
  const reader = readTransport(controller.transport);
  const [audit, access] = await Promise.all([
    auditController(reader, { expectationsFor: () => expectations, profile: 'guide' }),
    proveAccess(brokerAddress(controller, password)),
  ]);
  const judgements = new Map<string, Judgement & { durationMs: number }>();
  for (const { id, judgement, durationMs } of audit.results) judgements.set(id, { ...judgement, durationMs });
  for (const { id, ...judgement } of access.results) judgements.set(id, judgement);
  return {
    judgements,
    transientQueues: access.transientQueues,
    // The audit has read them already: a reader reads each thing once.
    permissions: await accountPermissions(reader),
    ...(audit.brokerVersion && { brokerVersion: audit.brokerVersion }),
  };
}
