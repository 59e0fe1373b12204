import type { DistributionTag, TargetKind } from '../model/distribution.ts';
import type { Finding } from '../model/finding.ts';
import type { Procedure } from '../model/procedure.ts';
import type { Repair } from '../model/repair.ts';
import type { SourceLocation } from '../model/source-location.ts';

/** All that suggestions are made from. */
export interface Material {
  readonly witnesses: readonly Witness[];
  /** What the guide says to readers of whose distributions none was run. */
  readonly unheard: readonly Procedure[];
  /** The guide's files as text, by the path that findings name them with. */
  readonly sources: ReadonlyMap<string, string>;
}

/** A target on which the guide was followed, and what was learned there. */
export interface Witness {
  readonly id: string;
  readonly kind: TargetKind;
  readonly procedure: Procedure;
  /** By their own id. */
  readonly findings: ReadonlyMap<string, Finding>;
  /** What mended the trouble of a remedy, by id of the action that failed. */
  readonly repairs: ReadonlyMap<string, Repair>;
  /** What was put for the guide's replaceables, but for secrets. */
  readonly values: ReadonlyMap<string, string>;
}

/** A witness, and what it read at a place of the guide. */
export interface Reader<Read> {
  readonly witness: Witness;
  readonly read: Read;
}

/** Groups what witnesses read by its place in the guide: a line under `.. only:: ubuntu or debian` has readers of both. */
export function byPlace<Read extends { readonly where: SourceLocation }>(
  witnesses: readonly Witness[],
  readings: (procedure: Procedure) => readonly Read[],
): readonly (readonly Reader<Read>[])[] {
  const places = new Map<string, Reader<Read>[]>();
  for (const witness of witnesses) {
    for (const read of readings(witness.procedure)) {
      const key = JSON.stringify([read.where.file, read.where.line]);
      places.set(key, [...(places.get(key) ?? []), { witness, read }]);
    }
  }
  return [...places.values()];
}

/** The distributions that read a place and of which none was run. */
export function unheardTags(
  { unheard }: Material,
  where: SourceLocation,
  readings: (procedure: Procedure) => readonly { readonly where: SourceLocation }[],
): readonly DistributionTag[] {
  const there = unheard.filter((procedure) =>
    readings(procedure).some((read) => read.where.file === where.file && read.where.line === where.line),
  );
  return there.map(({ tag }) => tag);
}
