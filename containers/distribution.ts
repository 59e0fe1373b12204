import type { DistributionTag } from '../model/distribution.ts';
import type { Accommodation } from '../model/report.ts';

/** A release of a distribution, as plain facts: what it is called, where it comes from, how a controller is made of it. */
export interface Distribution {
  /** What a user types and a report shows, such as `debian-12`. */
  readonly id: string;
  /** Whose steps of the guide apply. */
  readonly tag: DistributionTag;
  /** What a person calls it, such as `Debian 12 (bookworm)`. */
  readonly name: string;
  /** The official image, fully qualified, such as `docker.io/library/debian:bookworm`. */
  readonly reference: string;
  /** Where the packages are that a base image can be made of without a registry; absent when there is no such way. */
  readonly archive?: AptArchive;
  readonly recipe: Recipe;
  /** What the recipe does to the base image that the guide does not say. */
  readonly accommodations: readonly Accommodation[];
  /** The command that refreshes a machine's package index; absent where the installer does so by itself. */
  readonly refreshIndex?: readonly string[];
  /** How it is imitated where it cannot be had; absent when there is no such way. */
  readonly standIn?: StandIn;
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

/** How an image becomes another one. */
export interface Recipe {
  /** Path of the Containerfile inside `containers/`. */
  readonly containerfile: string;
  /** Paths inside `containers/` of the files that it copies. */
  readonly files: readonly string[];
  /** Files that it copies and that facts are written into: their content by their name. */
  readonly written?: Readonly<Record<string, string>>;
  readonly buildArguments: Readonly<Record<string, string>>;
}

/** An image that is made of another one of ours. */
export interface Layer {
  /** What it is called among our images. */
  readonly name: string;
  readonly on: Distribution | Layer;
  readonly recipe: Recipe;
}

/** Another distribution that is dressed up as one that cannot be had. */
export interface StandIn {
  readonly layer: Layer;
  /** What it really is, as the end of the sentence “It is …”. */
  readonly truth: string;
}
