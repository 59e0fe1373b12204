import { expect, test, vi } from 'vitest';
import { type LintOptions, lint } from './lint.ts';

const linted = (options: LintOptions) => {
  const write = vi.spyOn(process.stdout, 'write').mockReturnValue(true);
  try {
    return { code: lint(options), printed: write.mock.calls.map(([text]) => text).join('') };
  } finally {
    write.mockRestore();
  }
};

test('the bundled chapter is fine', () => {
  const { code, printed } = linted({ failOn: 'warning' });
  expect(printed).toContain('No findings in guide/message-queue.rst.');
  expect(code).toBe(0);
});

test.each([
  ['dedented', 'error', 0],
  ['dedented', 'warning', 1],
  ['unrecognised', 'error', 1],
  ['unrecognised', 'never', 0],
] as const)('%s.rst with --fail-on %s: exit %i', (name, failOn, code) => {
  expect(linted({ guide: `guide/fixtures/${name}.rst`, failOn }).code).toBe(code);
});

test('a guide that is not there is an error', () => {
  expect(() => linted({ guide: 'nowhere.rst', failOn: 'error' })).toThrow('got nothing there');
});
