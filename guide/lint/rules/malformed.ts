import type { LintRule } from '../lint-rule.ts';

/** Text that cannot be read as a procedure, or that hides something from the guide's reader. */
export const malformed: LintRule = {
  id: 'malformed',
  severity: 'error',
  find({ path, errors }) {
    const others = errors.filter(({ code }) => code !== 'missing');
    return others.map(({ where = { file: path, line: 1 }, expected, got }) => ({ where, expected, got }));
  },
};
