import { X509Certificate } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createSecureContext, type SecureContext } from 'node:tls';
import { AccessError } from './amqp-refusal.ts';
import type { TlsTrust } from './broker-address.ts';

/** For `tls.connect`: verify, whatever `NODE_TLS_REJECT_UNAUTHORIZED` says. */
export interface TlsOptions {
  readonly rejectUnauthorized: true;
  readonly secureContext?: SecureContext;
}

/** Turns whom to trust into options for a socket; none without TLS. @throws AccessError when the file is of no use. */
export async function tlsOptions(trust: TlsTrust | undefined): Promise<TlsOptions | undefined> {
  if (!trust) return undefined;
  if (trust.caFile === undefined) return { rejectUnauthorized: true };
  try {
    const ca = await readFile(trust.caFile);
    // `createSecureContext` takes a file without a certificate in it, and then trusts nobody.
    new X509Certificate(ca);
    const secureContext = createSecureContext({ ca });
    return { rejectUnauthorized: true, secureContext };
  } catch (cause) {
    const text = `the file of trusted authorities ${trust.caFile} cannot be used: ${messageOf(cause)}`;
    throw new AccessError({ kind: 'unverified', during: 'login', text }, { cause });
  }
}

function messageOf(cause: unknown): string {
  return cause instanceof Error ? cause.message : String(cause);
}
