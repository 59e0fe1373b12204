import type { Outcome, Severity } from './finding.ts';

/** A fact that was read, or why it could not be: the two are never mixed up. */
export type Evidence<Value> =
  | { readonly known: true; readonly value: Value }
  | { readonly known: false; readonly reason: string };

/** What a judge says of evidence; the rest of a finding is added by who asked. */
export interface Judgement {
  readonly outcome: Outcome;
  readonly severity: Severity;
  readonly command?: string;
  readonly expected?: string;
  readonly actual?: string;
  readonly reason?: string;
  readonly fix?: string;
}
