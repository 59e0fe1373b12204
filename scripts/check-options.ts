import type { Profile } from '../requirements/index.ts';
import type { VerifyOptions } from './verify-options.ts';

/** What a user can say about a check of controllers that exist. */
export interface CheckOptions
  extends Pick<VerifyOptions, 'guide' | 'shard' | 'baseline' | 'jobs' | 'out' | 'failOn' | 'junit'> {
  /** The TARGET words. */
  readonly targets: readonly string[];
  /** An Ansible inventory. */
  readonly inventory?: string;
  /** Ansible's patterns, for the inventory. */
  readonly limit?: string;
  /** Instead of the guide's user and virtual host. */
  readonly user?: string;
  readonly vhost?: string;
  readonly profile: Profile;
  readonly accessProof: boolean;
  readonly passwordGuess: boolean;
  readonly passwordFile?: string;
  readonly caFile?: string;
  readonly waivers?: string;
  /** Bound of the audit of one target, in milliseconds. */
  readonly timeoutMs: number;
  /** The `--out` folder of an interrupted run, which this one goes on with. */
  readonly resume?: string;
}
