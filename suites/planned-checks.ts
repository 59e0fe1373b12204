import { accessProofs } from '../access/index.ts';
import { controls } from '../controls/index.ts';
import { passwordChecks } from '../controls/passwords/index.ts';
import { claimsOf } from '../guide/claims.ts';
import { whereSaid } from '../guide/where-said.ts';
import type { Check } from '../model/check.ts';
import type { Procedure } from '../model/procedure.ts';
import { checksOfProcedure } from '../procedure/checks-of-action.ts';
import { replaceableChecks } from '../procedure/replaceable-checks.ts';
import { requirements } from '../requirements/index.ts';
import type { ChapterOptions } from './chapter-input.ts';

/** Everything that a target is owed a result for, known before anything has run. */
export interface PlannedChecks {
  readonly steps: readonly Check[];
  readonly requirements: readonly Check[];
  readonly access: readonly Check[];
  /** With the matrix of passwords, if it is asked for. */
  readonly controls: readonly Check[];
}

/** The part of the options that decides what is checked. */
export type Scope = Pick<ChapterOptions, 'passwordMatrix'>;

/**
 * The checks of a procedure: its own steps, what they must lead to, what OpenStack must then be able to do, and what
 * shows that all this would have been noticed if it were not so.
 */
export function plannedChecks(procedure: Procedure, { passwordMatrix = false }: Scope): PlannedChecks {
  const claims = claimsOf(procedure);
  return {
    steps: [...checksOfProcedure(procedure), ...replaceableChecks(procedure).map(({ check }) => check)],
    requirements: requirements.map(({ id, title, severity, claim }) => {
      return { id, title, severity, where: whereSaid(claims, [claim], procedure) };
    }),
    access: accessProofs.map(({ id, title }) => {
      const claim = id === 'access.login' ? 'user' : 'permissions';
      return { id, title, severity: 'error', where: whereSaid(claims, [claim], procedure) };
    }),
    controls: [
      ...controls.map(({ id, title, severity, promised }) => {
        return { id, title, severity, where: whereSaid(claims, promised, procedure) };
      }),
      ...(passwordMatrix ? passwordChecks : []).map((check) => {
        return { ...check, where: whereSaid(claims, ['user'], procedure) };
      }),
    ],
  };
}

/** All checks in the order in which they are reported. */
export function allChecks(procedure: Procedure, scope: Scope): readonly Check[] {
  const { steps, requirements: required, access, controls: tried } = plannedChecks(procedure, scope);
  return [...steps, ...required, ...access, ...tried];
}

/** How many results a target is owed. */
export function countChecks(procedure: Procedure, scope: Scope): number {
  return allChecks(procedure, scope).length;
}
