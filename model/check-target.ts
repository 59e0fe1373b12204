/** What `check` looks at: a machine that can be asked, or only a port that speaks AMQP. */
export type CheckTarget = MachineTarget | WireTarget;

interface Named {
  /** As reports show it, for instance `ssh://ops@controller:22`; never holds a password. */
  readonly id: string;
  /** Who logs in to the broker, where the target itself says so; the command line's account otherwise. */
  readonly account?: Account;
}

/** A machine on which commands can be run. */
export interface MachineTarget extends Named {
  readonly kind: 'machine';
  readonly way: MachineWay;
}

/** How commands reach a machine. */
export type MachineWay =
  | { readonly kind: 'local' }
  | { readonly kind: 'docker' | 'podman'; readonly container: string }
  | { readonly kind: 'ssh'; readonly host: string; readonly user?: string; readonly port?: number };

/** A broker of which only the listener can be seen. */
export interface WireTarget extends Named {
  readonly kind: 'wire';
  readonly hostname: string;
  readonly port: number;
  readonly tls: boolean;
}

/** An account of a broker; what is left out is taken from the command line. */
export interface Account {
  readonly username?: string;
  readonly password?: string;
  readonly vhost?: string;
}
