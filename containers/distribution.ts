import type { DistributionTag } from '../model/distribution.ts';

/** A release of a distribution, as plain facts: what it is called, where it comes from, how a controller is made of it. */
export interface Distribution {
  /** What a user types and a report shows, such as `debian-12`. */
  readonly id: string;
  /** Whose steps of the guide apply. */
  readonly tag: DistributionTag;
  /** What a person calls it, such as `Debian 12 (bookworm)`. */
  readonly name: string;
  readonly codename: string;
  /** The official image, fully qualified, such as `docker.io/library/debian:bookworm`. */
  readonly reference: string;
  /** Where the packages are that a base image can be made of without a registry; absent when there is no such way. */
  readonly archive?: AptArchive;
  readonly recipe: Recipe;
}

/** A Debian-style package archive. */
export interface AptArchive {
  readonly mirror: string;
  readonly suite: string;
  /** Every source a machine of this release has, in the form of a line of sources.list(5). */
  readonly sources: readonly string[];
  /** The host's package that holds the archive's signing keys. */
  readonly keyring: string;
  /** The archive may be a copy whose `Valid-Until` has passed; apt is then told to take it all the same. */
  readonly mayBeExpired: boolean;
}

/** How a base image becomes a controller that boots. */
interface Recipe {
  /** Path of the Containerfile inside `containers/`. */
  readonly containerfile: string;
  readonly buildArguments: Readonly<Record<string, string>>;
}
