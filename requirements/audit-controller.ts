import type { Judgement } from '../model/evidence.ts';
import type { ReadTransport } from '../transports/read-transport.ts';
import { readBroker } from './broker.ts';
import { commandLine } from './command-line.ts';
import type { Expectations } from './expectations.ts';
import { type RequirementId, requirements } from './index.ts';
import type { Claim, Requirement } from './requirement.ts';

/** What became of one requirement on one controller. */
export interface RequirementResult {
  readonly id: RequirementId;
  readonly title: string;
  readonly judgement: Judgement;
  /** From the first read to the judgement; reads that requirements share count for each of them. */
  readonly durationMs: number;
  readonly claim: Claim;
}

/** A whole audit, in the order of the registry. */
export interface ControllerAudit {
  readonly results: readonly RequirementResult[];
  /** Absent when no broker answered. */
  readonly brokerVersion?: string;
}

/** Audits a controller, all requirements at once, by reading alone; what cannot be read becomes a result, not an error. */
export async function auditController(
  controller: ReadTransport,
  expectations: Expectations,
): Promise<ControllerAudit> {
  const results = await Promise.all(
    requirements.map((requirement) => auditOne(requirement, controller, expectations)),
  );
  // The answer is there already: a transport reads each thing once.
  const brokerVersion = await versionOf(controller, expectations);
  return { results, ...(brokerVersion === undefined ? {} : { brokerVersion }) };
}

async function auditOne(
  requirement: Requirement<RequirementId>,
  controller: ReadTransport,
  expectations: Expectations,
): Promise<RequirementResult> {
  const { id, title, claim, audit } = requirement;
  const lines = new Set<string>();
  const noting: ReadTransport = {
    ...controller,
    read: (command) => {
      lines.add(commandLine(command.argv));
      return controller.read(command);
    },
  };
  const start = performance.now();
  const judgement = await audit(noting, expectations);
  const durationMs = Math.round(performance.now() - start);
  const read = lines.size === 0 ? {} : { command: [...lines].join('; ') };
  return { id, title, judgement: { ...judgement, ...read }, durationMs, claim };
}

async function versionOf(controller: ReadTransport, expectations: Expectations): Promise<string | undefined> {
  const broker = await readBroker(controller, expectations);
  return broker.known && broker.value.state === 'running'
    ? broker.value.definitions.rabbitmq_version
    : undefined;
}
