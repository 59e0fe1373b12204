/** When a distribution is rehearsed on a stand-in: where no real image can be had, never, or wherever there is one. */
export const standInChoices = ['auto', 'never', 'only'] as const;

/** How stand-ins are to be used. */
export interface StandInUse {
  readonly standIns: (typeof standInChoices)[number];
  /** As `never`, whatever `standIns` says; told apart only in what is said then. */
  readonly requireReal: boolean;
}

/** What the user said that forbids stand-ins; `undefined` when nothing does. */
export function standInsForbiddenBy({ standIns, requireReal }: StandInUse): string | undefined {
  if (requireReal) return '--require-real';
  return standIns === 'never' ? '--stand-ins never' : undefined;
}
