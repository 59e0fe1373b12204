import type { Assignment } from '../suites/chapter-input.ts';

/** What the readers of each distribution would do, for programs, in the form that `docs/plan.md` describes. */
export function planJson(assignments: readonly Assignment[]): string {
  const plans = assignments.map(({ distribution, procedure }) => {
    const { tag, guide, title, steps, replaceables } = procedure;
    return { distribution, tag, guide, title, steps, replaceables };
  });
  return `${JSON.stringify(plans, null, 2)}\n`;
}
