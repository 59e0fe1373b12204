import type { TracelessProof } from '../access/access-result.ts';
import type { BrokerAddress } from '../access/broker-address.ts';
import {
  accessProofs,
  placeholderCheck,
  proveAccessWithoutTrace,
  sightListener,
  tryPlaceholder,
} from '../access/index.ts';
import type { ListenerSighting } from '../access/listener/listener-sighting.ts';
import type { Evidence, Judgement } from '../model/evidence.ts';
import type { TranscriptEntry } from '../model/transcript.ts';
import type { AuditResult } from './audit-result.ts';

/** Where a broker is looked at from outside, and as whom. */
export interface WireQuestions {
  readonly address: Omit<BrokerAddress, 'password'>;
  readonly password: Evidence<string>;
  /** What the guide has in place of a password; absent where it has none. */
  readonly placeholder?: string;
  readonly accessProof: boolean;
  readonly passwordGuess: boolean;
}

/** What was found out from outside, and what was done for it. */
export interface WireAudit {
  readonly results: readonly AuditResult[];
  readonly performed: readonly string[];
  /** Absent when nobody logged in, or was asked to. */
  readonly proof?: TracelessProof;
}

/** The same with what answers there. */
export interface SightedWire extends WireAudit {
  readonly sighting: ListenerSighting;
}

/** The part of the time that logging in may take: where nothing answers, the rest is for finding out what is there. */
const loginShare = 2 / 3;

/**
 * Proves access and tries the placeholder, both at once, leaving no trace on the broker; where no broker introduces itself
 * to who logs in, finds out what answers instead.
 */
export async function auditWire(questions: WireQuestions): Promise<SightedWire> {
  const { address } = questions;
  const timely = { ...questions, address: { ...address, timeoutMs: address.timeoutMs * loginShare } };
  const [proven, guessed] = await Promise.all([proofOf(timely), guess(timely)]);
  const { proof } = proven;
  const { hostname, port, tls, timeoutMs } = address;
  const place = { hostname, port, tls: tls !== undefined, timeoutMs: timeoutMs * (1 - loginShare) };
  const seen = proof?.sighting ? { performed: [], sighting: proof.sighting } : await sight(place);
  return {
    results: [...proven.results, ...guessed.results],
    performed: [...proven.performed, ...guessed.performed, ...seen.performed],
    ...(proof && { proof }),
    sighting: seen.sighting,
  };
}

/** Finds out what answers, and says that somebody asked. */
export async function sight(
  question: Parameters<typeof sightListener>[0],
): Promise<Pick<SightedWire, 'performed' | 'sighting'>> {
  const { hostname, port } = question;
  return {
    sighting: await sightListener(question),
    performed: [`asked what answers on ${hostname} port ${port}, without logging in`],
  };
}

/** The same results where nothing was tried. */
export function untriedWire(
  questions: Pick<WireQuestions, 'accessProof' | 'passwordGuess'>,
  reason: string,
): WireAudit {
  const unknown: Judgement = { outcome: 'could-not-check', severity: 'error', reason };
  const results = [
    ...accessResults(questions.accessProof ? unknown : leftOut('--no-access-proof')),
    guessResult(questions.passwordGuess ? unknown : leftOut('--no-password-guess')),
  ];
  return { results, performed: [] };
}

/** What was done over AMQP, for the transcript of a target. */
export function wireTranscript(target: string, { results, performed }: WireAudit): TranscriptEntry[] {
  if (performed.length === 0) return [];
  const durationMs = results.reduce((sum, result) => sum + result.durationMs, 0);
  const output = performed.map((done) => `${done}\n`).join('');
  return [{ target, id: 'access', command: 'AMQP', output, exitCode: 0, durationMs }];
}

async function proofOf({ address, password, accessProof }: WireQuestions): Promise<WireAudit> {
  if (!accessProof) return { results: accessResults(leftOut('--no-access-proof')), performed: [] };
  if (!password.known) {
    const { reason } = password;
    const unknown = { outcome: 'could-not-check', severity: 'error', reason } as const;
    return { results: accessResults(unknown), performed: [] };
  }
  const proof = await proveAccessWithoutTrace({ ...address, password: password.value });
  const results = proof.results.map(({ id, title, durationMs, ...judgement }) => {
    // Who is let in by name and password can only be kept out by the vhost.
    const after = id === 'access.login' && proof.authenticated ? { after: ['permissions.full'] } : {};
    return { id, title, claim: claimOf(id), judgement, durationMs, ...after };
  });
  return { results, performed: proof.performed, proof };
}

async function guess({
  address,
  placeholder,
  passwordGuess,
}: WireQuestions): Promise<Pick<WireAudit, 'results' | 'performed'>> {
  if (!passwordGuess) return { results: [guessResult(leftOut('--no-password-guess'))], performed: [] };
  if (placeholder === undefined) {
    const reason = 'the guide adds no user with a password';
    return {
      results: [guessResult({ outcome: 'not-applicable', severity: 'error', reason })],
      performed: [],
    };
  }
  const trial = await tryPlaceholder({ ...address, password: placeholder });
  const { id, title, durationMs, performed, ...judgement } = trial;
  return { results: [{ id, title, claim: 'password', judgement, durationMs }], performed };
}

function accessResults(judgement: Judgement): AuditResult[] {
  return accessProofs.map(({ id, title }) => ({ id, title, claim: claimOf(id), judgement, durationMs: 0 }));
}

function guessResult(judgement: Judgement): AuditResult {
  return { ...placeholderCheck, claim: 'password', judgement, durationMs: 0 };
}

function claimOf(id: string): AuditResult['claim'] {
  return id === 'access.login' ? 'user' : 'permissions';
}

function leftOut(option: string): Judgement {
  return { outcome: 'not-applicable', severity: 'error', reason: `left out as asked (${option})` };
}
