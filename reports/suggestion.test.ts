import { expect, test } from 'vitest';
import type { Suggestion } from '../model/suggestion.ts';
import { sampleInput, sampleReport } from './fixtures/sample-report.fixture.ts';
import { renderHtml } from './html/report-html.ts';
import { renderFiles } from './index.ts';
import { renderMarkdown } from './markdown/markdown.ts';
import { parseReport } from './parse-report.ts';
import { renderTerminal } from './terminal.ts';

const at = (line: number) => ({ file: 'guide/message-queue.rst', line });
const diff = '--- a/g.rst\n+++ b/g.rst\n@@ -1,1 +1,1 @@\n-``` Creating\n+``` Adding\n';
const offered: Suggestion = {
  patch: {
    kind: 'proven',
    targets: ['debian-12', 'debian-13'],
    removes: [{ id: 'output.2.1', where: at(94), targets: ['debian-12', 'debian-13'] }],
    remarks: ['Readers on ubuntu see line 94 too; none of their distributions was run.'],
    apply: 'git apply out/guide.patch',
    diff,
  },
  leftOut: [{ id: 'output.3.1', where: at(75), targets: ['suse'], reason: 'seen on a stand-in' }],
};
const withSuggestion = (suggestion: Suggestion) => ({ ...sampleReport, suggestion });
const summary = (suggestion: Suggestion): string =>
  renderTerminal(withSuggestion(suggestion), { colour: false, width: 120, failOn: 'error' });
const rehearsed = { ...offered, patch: { ...offered.patch, kind: 'rehearsed' } } as Suggestion;

test('the summary says what the patch removes, how to apply it, and what stays', () => {
  expect(summary(offered)).toContain(`Suggested patch
  removes output.2.1 (line 94) on debian-12 and debian-13
  git apply out/guide.patch
  - The guide with it was followed again on debian-12 and debian-13.
  - Readers on ubuntu see line 94 too; none of their distributions was run.
  - left as it is: output.3.1 (line 75) on suse: seen on a stand-in
`);
});

test('where there is none, that is said, and nothing where none was asked for', () => {
  expect(summary({ leftOut: [] })).toContain('  none: nothing that the guide says was found to be untrue\n');
  expect(summary({ leftOut: offered.leftOut })).toContain(
    'Suggested patch\n  none\n  - left as it is: output.3.1',
  );
  expect(renderTerminal(sampleReport, { colour: false, width: 120, failOn: 'error' })).not.toContain('patch');
});

test('a rehearsed patch is said to be no more than that', () => {
  for (const text of [
    summary(rehearsed),
    renderMarkdown({ ...sampleInput(), report: withSuggestion(rehearsed) }),
  ])
    expect(text).toContain('Rehearsed, not proven');
});

test('report.md shows the patch, in a fence that nothing in it can end', () => {
  const text = renderMarkdown({ ...sampleInput(), report: withSuggestion(offered) });
  expect(text).toContain(
    '### Suggested patch: removes output.2.1 (line 94) on debian-12 and debian-13\n\n- Apply it: `git apply out/guide.patch`\n',
  );
  expect(text).toContain(`\n\n\`\`\`\`diff\n${diff}\`\`\`\`\n`);
});

test('guide.patch is a file of its own, which begins with what it is; findings.json has it too', () => {
  const files = new Map(renderFiles({ ...sampleInput(), report: withSuggestion(offered) }));
  expect(files.get('guide.patch')).toBe(`Suggested by guideproof 0.1.0. It removes:
* output.2.1 (guide/message-queue.rst:94) on debian-12 and debian-13
What is known of it:
* The guide with it was followed again on debian-12 and debian-13.
* Readers on ubuntu see line 94 too; none of their distributions was run.
Apply it with: git apply out/guide.patch

${diff}`);
  expect(parseReport(files.get('findings.json') ?? '', 'findings.json').suggestion).toEqual(offered);
});

test('report.html shows the patch as text, where it was asked for', () => {
  const page = renderHtml({ ...sampleInput(), report: withSuggestion(offered) });
  expect(page).toContain('<p>removes output.2.1 (line 94) on debian-12 and debian-13</p>');
  expect(page).toContain('+``` Adding');
  expect(page).toContain('Left as it is: output.3.1 (line 75) on suse: seen on a stand-in');
  expect(renderHtml(sampleInput())).not.toContain('Suggested patch');
});
