import { renderFindingsJson } from './findings-json.ts';
import { renderHtml } from './html/report-html.ts';
import { renderJunit } from './junit.ts';
import type { ReportFormat, ReportInput } from './report-input.ts';
import { renderTranscript, transcriptFile } from './transcript.ts';

/** Every format that is one file below `--out`; another format is one file in this room and one line here. */
export const reportFormats: readonly ReportFormat[] = [
  { file: 'findings.json', render: renderFindingsJson },
  { file: 'junit.xml', render: renderJunit },
  { file: 'report.html', render: renderHtml },
];

/** Everything to write below `--out`, as text by relative path: each format, and a transcript for each target that has one. */
export function renderFiles(input: ReportInput): ReadonlyMap<string, string> {
  const reports = reportFormats.map(({ file, render }) => [file, render(input)] as const);
  const transcripts = [...input.transcripts].map(
    ([target, entries]) => [transcriptFile(target), renderTranscript(entries, target)] as const,
  );
  return new Map([...reports, ...transcripts]);
}
