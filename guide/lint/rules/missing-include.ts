import type { LintRule } from '../lint-rule.ts';

/** An `include` of a file that is not there. */
export const missingInclude: LintRule = {
  id: 'missing-include',
  severity: 'error',
  find({ path, errors }) {
    const missing = errors.filter(({ code }) => code === 'missing');
    return missing.map(({ where = { file: path, line: 1 }, expected, got }) => ({ where, expected, got }));
  },
};
