import { beginsAsAmqp } from './amqp-frame.ts';
import { oneLine, type Refusal } from './amqp-refusal.ts';
import { certificateProblem } from './certificate-problem.ts';
import { acceptedPassword, findBroker, findConnectionClose } from './connection-methods.ts';
import { isTlsAlert, recognise } from './listener/greeting.ts';
import { describeSighting, type ListenerSighting } from './listener/listener-sighting.ts';
import { sightFailure } from './listener/socket-failure.ts';

const during = 'login';

/** How a login was tried, and whether our own deadline ended it. */
export interface HandshakeEnd {
  readonly tls: boolean;
  readonly timedOut: boolean;
}

/** Tells why a login failed, from the error and from all that the peer said. */
export function explainHandshake(error: Error, heard: Buffer, end: HandshakeEnd): Refusal {
  const broker = findBroker(heard);
  return { ...explain(error, heard, end), ...(broker && { broker }) };
}

function explain(error: Error, heard: Buffer, { tls, timedOut }: HandshakeEnd): Refusal {
  const close = findConnectionClose(heard);
  const authenticated = acceptedPassword(heard);
  if (close) return { kind: 'refused', during, code: close.code, text: oneLine(close.text), authenticated };
  const problem = certificateProblem(error);
  if (problem) return { ...problem, during };
  if (heard.length > 0 && !beginsAsAmqp(heard)) return notAmqp(foreign(heard, tls));
  if (timedOut) return { kind: 'timeout', during, text: 'no answer in time' };
  return explainFailure(error, heard);
}

function foreign(heard: Buffer, tls: boolean): ListenerSighting {
  const spoken = isTlsAlert(heard) ? undefined : recognise(heard, true);
  return spoken ? { ...spoken, tls } : { seen: 'tls' };
}

function explainFailure(error: Error, heard: Buffer): Refusal {
  const failure = sightFailure(error);
  const text = failure && describeSighting(failure);
  if (!failure || !text || (failure.seen === 'hang-up' && heard.length > 0)) {
    return { kind: 'lost', during, text: `connection lost: ${error.message}` };
  }
  if (failure.seen === 'closed') return { kind: 'port-closed', during, text };
  if (failure.seen === 'tls') return { kind: 'unverified', during, text };
  const unreachable = failure.seen === 'unreachable' || failure.seen === 'unknown-name';
  return unreachable ? { kind: 'unreachable', during, text } : notAmqp(failure);
}

function notAmqp(seen: ListenerSighting): Refusal {
  return { kind: 'not-amqp', during, text: `no AMQP greeting: ${describeSighting(seen)}` };
}
