import { expect, test } from 'vitest';
import { sampleInput } from '../fixtures/sample-report.fixture.ts';
import { renderMarkdown } from '../markdown/markdown.ts';
import { renderStepSummary } from './step-summary.ts';

const whole = renderMarkdown(sampleInput());

test('the summary is report.md where there is room for it', () => {
  expect(renderStepSummary(sampleInput(), 1024 * 1024).trimEnd()).toBe(whole.trimEnd());
});

test('with less room whole sections are left out, the last first, and that is said', () => {
  const room = Buffer.byteLength(whole) - 200;
  const summary = renderStepSummary(sampleInput(), room);
  expect(Buffer.byteLength(summary)).toBeLessThanOrEqual(room);
  expect(summary).toContain('### ERROR: `access.configure`');
  expect(summary).not.toContain('### What became of everything');
  expect(summary).toMatch(/see report\.md among the artifacts of the run\.\n\n$/);
});

test('where nothing fits, nothing is written', () => {
  expect(renderStepSummary(sampleInput(), 10)).toBe('');
});
