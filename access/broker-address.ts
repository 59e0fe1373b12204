/** Where a broker listens, and as whom the proof logs in there. */
export interface BrokerAddress {
  readonly hostname: string;
  readonly port: number;
  readonly username: string;
  readonly password: string;
  readonly vhost: string;
  /** Bound of the whole proof, its cleaning up included, in milliseconds. */
  readonly timeoutMs: number;
  /** Speak TLS; certificate and host name are verified before the password is sent. */
  readonly tls?: TlsTrust;
}

/** Whom to trust: the authorities of a PEM file, or, without one, those that Node.js comes with. */
export interface TlsTrust {
  readonly caFile?: string;
}
