import { hostname } from 'node:os';
import type { CheckTarget } from '../../model/check-target.ts';

/** The names by which sources of passwords may know a target: its id, then its host or container. */
export function namesOf(target: CheckTarget): readonly string[] {
  if (target.kind === 'wire') return [target.id, target.hostname];
  const { way } = target;
  if (way.kind === 'local') return [target.id, hostname(), 'localhost'];
  return [target.id, way.kind === 'ssh' ? way.host : way.container];
}
