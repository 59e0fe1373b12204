import { expect, test } from 'vitest';
import { renderLint } from './lint-text.ts';

const finding = (line: number, severity: 'error' | 'warning', message = 'expected a, got b') => ({
  rule: 'numbering',
  severity,
  where: { file: 'a.rst', line },
  message,
  expected: 'a',
  got: 'b',
});
const nothing = { files: ['a.rst'], findings: [], waiting: new Map() };

test('a line per finding, then the sum of them and where they are explained', () => {
  const findings = [finding(3, 'error'), finding(5, 'warning'), finding(7, 'warning')];
  expect(renderLint({ ...nothing, findings }, false)).toBe(`a.rst:3: error numbering expected a, got b
a.rst:5: warning numbering expected a, got b
a.rst:7: warning numbering expected a, got b
3 findings: 1 error, 2 warnings in a.rst; what they mean: docs/lint/README.md
`);
});

test('no finding is said plainly, and so is what was not looked for', () => {
  expect(renderLint(nothing, false)).toBe('No findings in a.rst.\n');
  const waiting = new Map([['b.rst', ['numbering', 'sibling-step']]]);
  expect(
    renderLint({ files: ['a.rst', 'b.rst', 'c.rst'], findings: [finding(1, 'error')], waiting }, false),
  ).toBe(
    `a.rst:1: error numbering expected a, got b
Not looked for until all of b.rst can be read: numbering, sibling-step.
1 finding: 1 error in a.rst and 2 other files; what they mean: docs/lint/README.md
`,
  );
});

test('colours are put in only when asked for, and none comes from the guide', () => {
  const findings = [finding(3, 'error', 'expected a, got \u001b[31mb')];
  expect(renderLint({ ...nothing, findings }, false)).not.toContain('\u001b');
  expect(renderLint({ ...nothing, findings }, true)).toContain(
    '\u001b[31merror\u001b[39m numbering expected a, got b\n',
  );
});
