/** Where a broker listens, and as whom the proof logs in there. */
export interface BrokerAddress {
  readonly hostname: string;
  readonly port: number;
  readonly username: string;
  readonly password: string;
  readonly vhost: string;
  /** Bound of the whole proof, its cleaning up included, in milliseconds. */
  readonly timeoutMs: number;
}
