import { z } from 'zod';
import { distributionTags } from '../model/distribution.ts';
import { outcomes, severities } from '../model/finding.ts';

const word = z.string().min(1);
const count = z.int().min(0);
const milliseconds = z.number().min(0).describe('Milliseconds.');

const sourceLocation = z
  .strictObject({
    file: word.describe('The file as the user named it.'),
    line: z.int().min(1).describe('Counted from 1.'),
  })
  .describe('A place in the guide.');

const accommodation = z
  .strictObject({ id: word, text: word, where: sourceLocation.exactOptional() })
  .describe('Something that was done although the guide does not say it; its reader has to do it too.');

const target = z
  .strictObject({
    id: word,
    distro: word
      .exactOptional()
      .describe('The name a person knows, such as "Debian 12"; absent when a controller did not say.'),
    tag: z.enum(distributionTags).exactOptional().describe("The name in the guide's only directives."),
    kind: z
      .enum(['real', 'stand-in', 'controller'])
      .describe(
        'A stand-in imitates a distribution and proves nothing about it; a controller existed already.',
      ),
    image: z.strictObject({ reference: word, digest: word }).exactOptional(),
    broker: z.strictObject({ version: word }).exactOptional().describe('Absent when no broker answered.'),
    accommodations: z.array(accommodation),
    performed: z
      .array(word)
      .exactOptional()
      .describe('Of a controller: every command run on it and everything done to its broker, in order.'),
  })
  .describe('What a procedure ran on, or a controller that was audited.');

const coverage = z
  .strictObject({
    target: word,
    steps: count,
    executed: count,
    verified: count,
    skipped: count,
    unrecognised: count,
  })
  .describe('What became of everything the guide says to one reader.');

const waiver = z
  .strictObject({
    reason: word,
    owner: word,
    expires: z
      .string()
      .regex(/^\d{4}-\d{2}-\d{2}$/)
      .describe('ISO date, UTC; the last day on which the waiver holds.'),
  })
  .describe('A fail that its owner accepts until a day.');

const finding = z
  .strictObject({
    id: word,
    target: word,
    title: word,
    outcome: z.enum(outcomes).describe('What could not be checked is never a pass.'),
    severity: z.enum(severities).describe('Of a fail; otherwise what a fail would have weighed.'),
    where: sourceLocation,
    command: z.string().exactOptional(),
    expected: z.string().exactOptional(),
    actual: z.string().exactOptional(),
    reason: z.string().exactOptional(),
    fix: z.string().exactOptional(),
    durationMs: milliseconds,
    waiver: waiver.exactOptional(),
    known: z
      .literal(true)
      .exactOptional()
      .describe('Of a fail: the baseline that the run was held against has it too.'),
  })
  .describe('One result.');

const removed = {
  id: word,
  where: sourceLocation,
  targets: z.array(word),
};

const patch = z
  .strictObject({
    kind: z
      .enum(['proven', 'rehearsed'])
      .describe('Proven on the distributions themselves; rehearsed on stand-ins, which prove nothing.'),
    targets: z.array(word).describe('Those on which the patched guide was run.'),
    removes: z.array(z.strictObject(removed)).describe('Findings that are gone once the guide is patched.'),
    remarks: z.array(word),
    apply: word.describe('The command that applies it.'),
    diff: word.describe('In the unified format.'),
  })
  .describe('A patch of the guide that was tried before it is offered.');

const suggestion = z
  .strictObject({
    patch: patch.exactOptional().describe('Absent when nothing is offered.'),
    leftOut: z
      .array(z.strictObject({ ...removed, reason: word }))
      .describe("Findings about the guide's words that the patch leaves, and why."),
  })
  .describe('What to change in the guide; there when it was asked for.');

/** The contract of `findings.json`, version 1; keys are written in this order and no others are allowed. */
export const findingsSchema = z
  .strictObject({
    schemaVersion: z.literal(1),
    tool: z.strictObject({ name: word, version: word }),
    startedAt: z
      .string()
      .regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?Z$/)
      .describe('ISO 8601, UTC.'),
    durationMs: milliseconds,
    command: word.describe('The command that ran, such as verify or check.'),
    guide: z.strictObject({
      path: word,
      sha256: z
        .string()
        .regex(/^[0-9a-f]{64}$/)
        .describe("Of the file's bytes, in hex."),
    }),
    targets: z.array(target),
    coverage: z.array(coverage),
    findings: z.array(finding),
    suggestion: suggestion.exactOptional(),
  })
  .describe('One run of guideproof.');
