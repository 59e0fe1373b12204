import { oneLine, type Refusal } from './amqp-refusal.ts';
import { findConnectionClose, speaksAmqp } from './handshake-recording.ts';

const during = 'login';

/** Tells why a login failed, from the error and from all that the peer said; `timedOut` when our own deadline ended it. */
export function explainHandshake(error: Error, heard: Buffer, timedOut: boolean): Refusal {
  const close = findConnectionClose(heard);
  if (close) return { kind: 'refused', during, code: close.code, text: oneLine(close.text) };
  if (heard.length > 0 && !speaksAmqp(heard)) return notAmqp(`the peer answered ${firstLine(heard)}`);
  if (timedOut) return { kind: 'timeout', during, text: 'no answer in time' };
  return explainSocketError(error, heard);
}

function explainSocketError(error: Error, heard: Buffer): Refusal {
  const code = 'code' in error ? error.code : undefined;
  if (code === 'ECONNREFUSED') return { kind: 'port-closed', during, text: 'connection refused' };
  if (typeof code === 'string' && unreached.has(code)) return { kind: 'unreachable', during, text: code };
  if (heard.length === 0 && hungUp(error)) return notAmqp('the peer closed the connection without a word');
  return { kind: 'lost', during, text: `connection lost: ${error.message}` };
}

const unreached = new Set([
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ETIMEDOUT',
  'EADDRNOTAVAIL',
]);

function notAmqp(text: string): Refusal {
  return { kind: 'not-amqp', during, text: `no AMQP greeting: ${text}` };
}

function firstLine(heard: Buffer): string {
  const line = heard.toString('latin1').split(/\r?\n/, 1)[0] ?? '';
  return JSON.stringify(line.slice(0, 80));
}

function hungUp(error: Error): boolean {
  const code = 'code' in error ? error.code : undefined;
  return code === 'ECONNRESET' || code === 'EPIPE' || error.message.startsWith('Socket closed abruptly');
}
