import type { DistributionTag, TargetKind } from './distribution.ts';
import type { Finding } from './finding.ts';
import type { GuideSource } from './procedure.ts';
import type { SourceLocation } from './source-location.ts';
import type { Suggestion } from './suggestion.ts';

/** One run of the tool: the content of `findings.json`. */
export interface Report {
  readonly schemaVersion: 1;
  readonly tool: { readonly name: string; readonly version: string };
  /** ISO 8601, UTC. */
  readonly startedAt: string;
  readonly durationMs: number;
  readonly command: string;
  readonly guide: GuideSource;
  readonly targets: readonly Target[];
  readonly coverage: readonly Coverage[];
  readonly findings: readonly Finding[];
  /** There when a patch of the guide was asked for. */
  readonly suggestion?: Suggestion;
}

/** What a procedure ran on, or a controller that was audited. A finding may also be about something else, such as a file of waivers. */
export interface Target {
  readonly id: string;
  /** The name a person knows, such as “Debian 12”; absent when the controller did not say. */
  readonly distro?: string;
  readonly tag?: DistributionTag;
  readonly kind: TargetKind;
  readonly image?: ImageIdentity;
  /** Absent when no broker answered. */
  readonly broker?: { readonly version: string };
  readonly accommodations: readonly Accommodation[];
  /** Of an audited controller: every command that was run on it and everything that was done to its broker, in order. */
  readonly performed?: readonly string[];
}

/** An image by the name a person knows and by its content. */
export interface ImageIdentity {
  readonly reference: string;
  readonly digest: string;
}

/** Something the harness did that the guide does not say. */
export interface Accommodation {
  readonly id: string;
  readonly text: string;
  readonly where?: SourceLocation;
}

/** What became of everything the guide says to a target's reader: the four counts add up to all of it. */
export interface Coverage {
  readonly target: string;
  readonly steps: number;
  readonly executed: number;
  readonly verified: number;
  readonly skipped: number;
  readonly unrecognised: number;
}
