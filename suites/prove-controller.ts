import { proveAccess } from '../access/index.ts';
import type { Judgement } from '../model/evidence.ts';
import { auditController } from '../requirements/audit-controller.ts';
import { guideExpectations } from '../requirements/expectations.ts';
import { readTransport } from '../transports/read-transport.ts';
import type { Controller } from './open-controller.ts';

/** What was found on a controller, by the id of what was asked. */
export interface ControllerProof {
  readonly judgements: ReadonlyMap<string, Judgement & { readonly durationMs: number }>;
  readonly brokerVersion?: string;
}

const amqpPort = guideExpectations.amqpPort;
const proofTimeoutMs = 30_000;

/** Audits a controller from inside and proves access from outside, both at the same time. */
export async function proveController(controller: Controller, password: string): Promise<ControllerProof> {
  const { machine, transport } = controller;
  const address = {
    hostname: machine.host,
    port: machine.port(amqpPort),
    username: guideExpectations.user,
    password,
    vhost: guideExpectations.vhost,
    timeoutMs: proofTimeoutMs,
  };
  const [audit, access] = await Promise.all([
    auditController(readTransport(transport), guideExpectations),
    proveAccess(address),
  ]);
  const judgements = new Map<string, Judgement & { durationMs: number }>();
  for (const { id, judgement, durationMs } of audit.results) judgements.set(id, { ...judgement, durationMs });
  for (const { id, ...judgement } of access.results) judgements.set(id, judgement);
  return { judgements, ...(audit.brokerVersion && { brokerVersion: audit.brokerVersion }) };
}
