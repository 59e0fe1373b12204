import { accessProofs } from '../access/index.ts';
import { type Claims, claimsOf } from '../guide/claims.ts';
import type { Check } from '../model/check.ts';
import type { Procedure } from '../model/procedure.ts';
import type { SourceLocation } from '../model/source-location.ts';
import { checksOfProcedure } from '../procedure/checks-of-action.ts';
import { requirements } from '../requirements/index.ts';

/** Everything that a target is owed a result for, known before anything has run. */
export interface PlannedChecks {
  readonly steps: readonly Check[];
  readonly requirements: readonly Check[];
  readonly access: readonly Check[];
}

/** The checks of a procedure: its own steps, what they must lead to, and what OpenStack must then be able to do. */
export function plannedChecks(procedure: Procedure): PlannedChecks {
  const claims = claimsOf(procedure);
  return {
    steps: checksOfProcedure(procedure),
    requirements: requirements.map(({ id, title, severity, claim }) => {
      return { id, title, severity, where: whereSaid(claims, claim, procedure) };
    }),
    access: accessProofs.map(({ id, title }) => {
      const claim = id === 'access.login' ? 'user' : 'permissions';
      return { id, title, severity: 'error', where: whereSaid(claims, claim, procedure) };
    }),
  };
}

/** How many results a target is owed. */
export function countChecks(procedure: Procedure): number {
  const { steps, requirements: required, access } = plannedChecks(procedure);
  return steps.length + required.length + access.length;
}

/** Where the guide says what is checked; where it does not say it, the procedure's last step, which should have. */
function whereSaid(claims: Claims, claim: keyof Claims, procedure: Procedure): SourceLocation {
  return claims[claim]?.where ?? procedure.steps.at(-1)?.where ?? { file: procedure.guide.path, line: 1 };
}
