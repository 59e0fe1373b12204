import { renderFindingsJson } from './findings-json.ts';
import { renderCodeQuality } from './gitlab-code-quality.ts';
import { patchFile, renderGuidePatch } from './guide-patch.ts';
import { renderHtml } from './html/report-html.ts';
import { renderJunit } from './junit.ts';
import { renderMarkdown } from './markdown/markdown.ts';
import type { ReportFormat, ReportInput } from './report-input.ts';
import { renderSarif } from './sarif/sarif.ts';
import { renderTranscript, transcriptFile } from './transcript.ts';
import { renderZuulFileComments } from './zuul-file-comments.ts';

/** Every format that is one file below `--out`; another format is one file in this room and one line here. */
export const reportFormats: readonly ReportFormat[] = [
  { file: 'findings.json', render: renderFindingsJson },
  { file: 'junit.xml', render: renderJunit },
  { file: 'report.html', render: renderHtml },
  { file: 'report.md', render: renderMarkdown },
  { file: 'guideproof.sarif', render: (input) => renderSarif(input) },
  { file: 'gl-code-quality.json', render: renderCodeQuality },
  { file: 'zuul-file-comments.json', render: renderZuulFileComments },
];

/** Everything to write below `--out`, as text by relative path: each format, the suggested patch, a transcript for each target that has one. */
export function renderFiles(input: ReportInput): ReadonlyMap<string, string> {
  const reports = reportFormats.map(({ file, render }) => [file, render(input)] as const);
  const transcripts = [...input.transcripts].map(
    ([target, entries]) => [transcriptFile(target), renderTranscript(entries, target)] as const,
  );
  const patch = renderGuidePatch(input.report);
  return new Map([...reports, ...(patch === undefined ? [] : [[patchFile, patch] as const]), ...transcripts]);
}
