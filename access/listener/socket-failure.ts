import type { ListenerSighting } from './listener-sighting.ts';

/** What an error of a socket tells about the port; undefined when it tells nothing, as of a connection that broke. */
export function sightFailure(error: Error): ListenerSighting | undefined {
  const code = codeOf(error);
  if (code === 'ECONNREFUSED') return { seen: 'closed' };
  const unknownName = unknownNames.get(code);
  if (unknownName) return { seen: 'unknown-name', reason: unknownName };
  if (unreached.has(code)) return { seen: 'unreachable', reason: code };
  if (isTlsRefusal(code)) return { seen: 'tls', reason: tlsWords(code) };
  if (code === 'EPROTO' || code.startsWith('ERR_SSL_')) return { seen: 'no-tls' };
  return hungUp(error, code) ? { seen: 'hang-up' } : undefined;
}

/** The code of a system or TLS error, such as `ECONNREFUSED`; empty when there is none. */
export function codeOf(error: Error): string {
  return 'code' in error && typeof error.code === 'string' ? error.code : '';
}

const unknownNames: ReadonlyMap<string, string> = new Map([
  ['ENOTFOUND', 'the name is unknown (ENOTFOUND)'],
  ['EAI_AGAIN', 'the name server gave no answer (EAI_AGAIN)'],
]);

const unreached: ReadonlySet<string> = new Set([
  'EHOSTUNREACH',
  'ENETUNREACH',
  'EHOSTDOWN',
  'ETIMEDOUT',
  'EADDRNOTAVAIL',
]);

/** OpenSSL's words for a peer that does speak TLS: an alert of its own, or a version that is too old for us. */
function isTlsRefusal(code: string): boolean {
  return code.startsWith('ERR_SSL_') && /ALERT|UNSUPPORTED_PROTOCOL/.test(code);
}

function tlsWords(code: string): string {
  return code.replace('ERR_SSL_', '').replaceAll('_', ' ').toLowerCase();
}

function hungUp({ message }: Error, code: string): boolean {
  const amqplibOnEnd = 'Socket closed abruptly';
  return code === 'ECONNRESET' || code === 'EPIPE' || message.startsWith(amqplibOnEnd);
}
