import type { Refusal } from './amqp-refusal.ts';
import { codeOf } from './listener/socket-failure.ts';

/**
 * What is wrong with a certificate, if that is why a connection through TLS was not used. A date that has passed is wrong
 * for everyone who verifies. An unknown authority or another name may be right for others: we may not have been told
 * the authority, or have used an alias. Codes: OpenSSL's, as listed in https://nodejs.org/api/tls.html (X509 errors).
 */
export function certificateProblem(error: Error): Pick<Refusal, 'kind' | 'text'> | undefined {
  const code = codeOf(error);
  const date = outOfDate.get(code);
  if (date) return { kind: 'out-of-date', text: `${date}; ${passwordKept}` };
  if (code === 'ERR_TLS_CERT_ALTNAME_INVALID') {
    return {
      kind: 'unverified',
      text: `the certificate is for another name: ${reasonOf(error)}; ${passwordKept}`,
    };
  }
  const doubt = doubts.get(code);
  return doubt ? { kind: 'unverified', text: `${doubt} (${code}); ${passwordKept}` } : undefined;
}

const passwordKept = 'the password was not sent';

const outOfDate: ReadonlyMap<string, string> = new Map([
  ['CERT_HAS_EXPIRED', "the broker's certificate has expired"],
  ['CERT_NOT_YET_VALID', "the broker's certificate is not valid yet"],
]);

const untrusted = 'no authority that is trusted here issued the certificate';

const doubts: ReadonlyMap<string, string> = new Map([
  ['DEPTH_ZERO_SELF_SIGNED_CERT', untrusted],
  ['SELF_SIGNED_CERT_IN_CHAIN', untrusted],
  ['UNABLE_TO_GET_ISSUER_CERT', untrusted],
  ['UNABLE_TO_GET_ISSUER_CERT_LOCALLY', untrusted],
  ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', untrusted],
  ['CERT_UNTRUSTED', untrusted],
  ['CERT_SIGNATURE_FAILURE', untrusted],
  ['CERT_CHAIN_TOO_LONG', untrusted],
  ['INVALID_CA', untrusted],
  ['INVALID_PURPOSE', 'the certificate is not meant for a server'],
  ['CERT_REJECTED', 'the certificate was rejected'],
  ['CERT_REVOKED', 'the certificate was revoked'],
]);

function reasonOf(error: Error): string {
  return 'reason' in error && typeof error.reason === 'string' ? error.reason : error.message;
}
