import type { TargetKind } from '../../model/distribution.ts';
import type { Accommodation } from '../../model/report.ts';

/** Where a base image came from: an engine that had it already, a registry, or a distribution's package archive. */
export const baseOrigins = ['present', 'registry', 'archive'] as const;
export type BaseOrigin = (typeof baseOrigins)[number];

/** What a controller image was built on; `digest` is the registry's where there is one, else the image's own id. */
export interface BaseImage {
  readonly reference: string;
  readonly digest: string;
  readonly origin: BaseOrigin;
}

/** An image that we built, and the base image below it. */
export interface BuiltImage {
  readonly reference: string;
  readonly digest: string;
  readonly base: BaseImage;
}

/** An image that boots as a controller. */
export interface ControllerImage extends BuiltImage {
  readonly kind: Exclude<TargetKind, 'controller'>;
  readonly accommodations: readonly Accommodation[];
  /** Of a stand-in: what it is taken for and what it really is, in a sentence or two. */
  readonly imitates?: string;
}
