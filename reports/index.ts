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

/** A file below `--out`: its relative path and its text. */
type RenderedFile = readonly [path: string, text: string];

/**
 * Everything to write below `--out`: each format, the suggested patch, a transcript for each target that has one. Each is
 * rendered when it is asked for: those of a thousand controllers are megabytes, which need not be held all at once.
 */
export function* renderFiles(input: ReportInput): Generator<RenderedFile> {
  for (const { file, render } of reportFormats) yield [file, render(input)];
  const patch = renderGuidePatch(input.report);
  if (patch !== undefined) yield [patchFile, patch];
  for (const [target, entries] of input.transcripts)
    yield [transcriptFile(target), renderTranscript(entries, target)];
}
