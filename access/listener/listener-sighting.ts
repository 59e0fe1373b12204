/** What a peer said, as far as it tells what the peer is. */
export type Spoken =
  /** A broker that speaks AMQP 0-9-1, by what it calls itself before any login. */
  | { readonly seen: 'amqp'; readonly product: string; readonly version: string }
  /** A broker that speaks another AMQP and not 0-9-1. */
  | { readonly seen: 'other-amqp'; readonly protocol: string }
  | { readonly seen: 'zeromq' }
  | { readonly seen: 'http'; readonly banner: string }
  /** Something else; `banner` is the first line of it, only printable characters. */
  | { readonly seen: 'banner'; readonly banner: string };

/** What answers on a port; `tls` tells whether it was spoken to through TLS. */
export type ListenerSighting =
  | (Spoken & { readonly tls: boolean })
  /** It speaks TLS; `reason` when it let us in no further. */
  | { readonly seen: 'tls'; readonly reason?: string }
  /** It accepts connections and says nothing; closes them without a word; or does not take up TLS. */
  | { readonly seen: 'silence' | 'hang-up' | 'no-tls' }
  /** Nothing listens. */
  | { readonly seen: 'closed' }
  /** The machine, or its name, could not be reached, so nothing is known about the port. */
  | { readonly seen: 'unreachable' | 'unknown-name'; readonly reason: string };

/** A sighting in words: half a sentence about the peer. */
export function describeSighting(sighting: ListenerSighting): string {
  switch (sighting.seen) {
    case 'silence':
      return 'the peer accepts connections and says nothing';
    case 'hang-up':
      return 'the peer closed the connection without a word';
    case 'no-tls':
      return 'the peer does not speak TLS';
    case 'closed':
      return 'connection refused';
    case 'unreachable':
    case 'unknown-name':
      return sighting.reason;
    case 'tls':
      return `the peer speaks TLS${sighting.reason ? `, and refused: ${sighting.reason}` : ''}`;
    default:
      return `${describeSpoken(sighting)}${sighting.tls ? ', through TLS' : ''}`;
  }
}

function describeSpoken(spoken: Spoken): string {
  switch (spoken.seen) {
    case 'amqp':
      return `${spoken.product} ${spoken.version} speaks AMQP 0-9-1`;
    case 'other-amqp':
      return `the peer speaks ${spoken.protocol} and not 0-9-1`;
    case 'zeromq':
      return 'the peer speaks ZeroMQ (ZMTP)';
    case 'http':
      return `the peer speaks HTTP and answered "${spoken.banner}"`;
    case 'banner':
      return `the peer answered "${spoken.banner}"`;
  }
}
