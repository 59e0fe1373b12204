import type { Procedure } from '../model/procedure.ts';
import type { SourceLocation } from '../model/source-location.ts';
import type { Claims } from './claims.ts';

/**
 * Where the guide says what is checked, by the first of the claims that it makes; where it makes none of them, the
 * procedure's last step, which should have.
 */
export function whereSaid(
  claims: Claims,
  wanted: readonly (keyof Claims)[],
  procedure: Procedure,
): SourceLocation {
  const said = wanted.map((claim) => claims[claim]).find((claim) => claim !== undefined);
  return said?.where ?? procedure.steps.at(-1)?.where ?? { file: procedure.guide.path, line: 1 };
}
