import type { DistributionTag } from '../model/distribution.ts';
import type { Judgement } from '../model/evidence.ts';
import { UnreviewedArgument } from '../transports/read-commands.ts';
import type { ReadTransport } from '../transports/read-transport.ts';
import { readAnswer, readBroker } from './broker.ts';
import { commandLine } from './command-line.ts';
import { type Distribution, readDistribution } from './distribution.ts';
import type { Expectations } from './expectations.ts';
import { type Profile, profiles, type RequirementId } from './index.ts';
import { readSockets } from './read-sockets.ts';
import type { Claim, Requirement, Source } from './requirement.ts';

/** What became of one requirement on one controller. */
export interface RequirementResult {
  readonly id: RequirementId;
  readonly title: string;
  readonly judgement: Judgement;
  /** From the first read to the judgement; reads that requirements share count for each of them. */
  readonly durationMs: number;
  readonly claim: Claim;
  /** Absent where the guide itself asks for it. */
  readonly source?: Source;
}

/** A whole audit, in the order of the registry. */
export interface ControllerAudit {
  readonly results: readonly RequirementResult[];
  readonly distribution: Distribution;
  /** What the controller was held to. */
  readonly expectations: Expectations;
  /** Absent when no broker answered. */
  readonly brokerVersion?: string;
}

/** What to hold a controller to. */
export interface AuditOptions {
  /** Asked once, when it is known which distribution the controller runs; without a tag it is none of the guide's. */
  readonly expectationsFor: (tag: DistributionTag | undefined) => Expectations;
  /** The same on whatever distribution, where that makes no difference: then nobody waits to know which it is. */
  readonly anyhow?: Expectations;
  readonly profile: Profile;
}

/** Audits a controller, all requirements at once, by reading alone; what cannot be read becomes a result, not an error. */
export async function auditController(
  controller: ReadTransport,
  { expectationsFor, anyhow, profile }: AuditOptions,
): Promise<ControllerAudit> {
  // A transport reads each thing once: what takes longest need not wait until the distribution is known.
  const early = Promise.allSettled([readAnswer(controller), readSockets(controller)]);
  const reading = readDistribution(controller);
  const expectations = anyhow ?? expectationsFor((await reading).tag);
  const results = await Promise.all(
    profiles[profile].map((requirement) => auditOne(requirement, controller, expectations)),
  );
  await early;
  const distribution = await reading;
  const brokerVersion = await versionOf(controller, expectations);
  return { results, distribution, expectations, ...(brokerVersion && { brokerVersion }) };
}

async function auditOne(
  requirement: Requirement<RequirementId>,
  controller: ReadTransport,
  expectations: Expectations,
): Promise<RequirementResult> {
  const { id, title, claim, source, severity, audit } = requirement;
  const lines = new Set<string>();
  const noting: ReadTransport = {
    ...controller,
    read: (command) => {
      lines.add(commandLine(command.byHand));
      return controller.read(command);
    },
  };
  const start = performance.now();
  const judgement = await audit(noting, expectations).catch((error: unknown): Judgement => {
    if (!(error instanceof UnreviewedArgument)) throw error;
    return {
      outcome: 'could-not-check',
      severity,
      reason: `the guide names what is not asked about: ${error.message}`,
    };
  });
  const durationMs = Math.round(performance.now() - start);
  const read = lines.size === 0 ? {} : { command: [...lines].join('; ') };
  return { id, title, judgement: { ...judgement, ...read }, durationMs, claim, ...(source && { source }) };
}

/** The answer is there already. */
async function versionOf(controller: ReadTransport, expectations: Expectations): Promise<string | undefined> {
  const broker = await readBroker(controller, expectations).catch((error: unknown) => {
    if (error instanceof UnreviewedArgument) return undefined;
    throw error;
  });
  return broker?.known && broker.value.state === 'running'
    ? broker.value.definitions.rabbitmq_version
    : undefined;
}
