import type { Broker } from './connection-methods.ts';

/** How an operation can end without success. */
export type RefusalKind =
  /** The broker closed the channel or connection with an AMQP reply code. */
  | 'refused'
  /** The broker took the message but no queue got it, or said that it did not take it. */
  | 'undelivered'
  /** The broker stopped reading from publishers, because a memory or disk alarm is on. */
  | 'blocked'
  /** Nothing listens on the port. */
  | 'port-closed'
  /** Something listens, and it does not speak AMQP 0-9-1. */
  | 'not-amqp'
  /** It speaks TLS, and could not be verified or did not let us in, so the password was not sent. */
  | 'unverified'
  /** Its certificate has expired or is not valid yet, so the password was not sent. */
  | 'out-of-date'
  /** The machine could not be reached, so nothing is known about its broker. */
  | 'unreachable'
  /** The connection went away in the middle, or the broker was shutting down. */
  | 'lost'
  /** No answer came in time. */
  | 'timeout';

/** Why an operation did not succeed; `code` is the AMQP reply code, where there was one. */
export interface Refusal {
  readonly kind: RefusalKind;
  readonly during: string;
  readonly code?: number;
  readonly text: string;
  /** Class and method id of what the broker refused, such as `50.20`, where it said so. */
  readonly method?: string;
  /** Of a refused login: whether user name and password had been accepted before. */
  readonly authenticated?: boolean;
  /** Of a login that did not succeed: what the broker called itself, when it got that far. */
  readonly broker?: Broker;
}

/** An operation that did not succeed. */
export class AccessError extends Error {
  readonly code: RefusalKind;
  readonly refusal: Refusal;

  constructor(refusal: Refusal, options?: ErrorOptions) {
    super(describeRefusal(refusal), options);
    this.name = 'AccessError';
    this.code = refusal.kind;
    this.refusal = refusal;
  }
}

/** True when the answer to an operation proves that it does not work; otherwise it could only not be tried. */
export function provesFailure({ kind }: Refusal): boolean {
  return kind === 'refused' || kind === 'undelivered' || kind === 'blocked';
}

/**
 * One line for a report: the reply code and text as the broker gave them, and what was being done. The random part of
 * the names of our objects is left out, so that two reports differ only where two brokers did.
 */
export function describeRefusal({ code, text, during }: Refusal): string {
  const line = `${code === undefined ? '' : `${code} `}${text} (${during})`;
  return line.replaceAll(/(guideproof\.)[0-9a-f-]{36}|(amq\.gen-)[\w-]{22}/g, '$1$2<id>');
}

/** The reply code of a broker that is shutting down or was told to close the connection (AMQP 0-9-1, 1.1). */
const connectionForced = 320;

/** Reads an error of amqplib after the login: the only place that knows how it words them. */
export function parseAmqpError(error: Error, during: string): Refusal {
  const code = 'code' in error && typeof error.code === 'number' ? error.code : undefined;
  const text = oneLine(/with message "(.*)"$/s.exec(error.message)?.[1] ?? error.message);
  if (error.message === 'message nacked') {
    return { kind: 'undelivered', during, text: 'basic.nack: the broker did not take the message' };
  }
  if (code === undefined) return { kind: 'lost', during, text: `connection lost: ${text}` };
  return {
    kind: code === connectionForced ? 'lost' : 'refused',
    during,
    code,
    text,
    ...refusedMethod(error),
  };
}

function refusedMethod(error: Error): Pick<Refusal, 'method'> {
  return 'classId' in error && 'methodId' in error ? { method: `${error.classId}.${error.methodId}` } : {};
}

/** Brokers break long reply texts into lines. */
export function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim();
}
