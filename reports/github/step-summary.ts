import { markdownSections } from '../markdown/markdown.ts';
import type { ReportInput } from '../report-input.ts';

/**
 * The Markdown for the summary page of a run on GitHub, in at most `room` bytes of UTF-8: `report.md` whole, or as many of
 * its sections as fit and a pointer to it.
 */
export function renderStepSummary(input: ReportInput, room: number): string {
  const sections = markdownSections(input);
  const pointer = 'What follows did not fit on this page: see report.md among the artifacts of the run.';
  const size = (text: string) => Buffer.byteLength(`${text}\n\n`);
  const whole = sections.reduce((sum, section) => sum + size(section), 0);
  if (whole <= room) return `${sections.join('\n\n')}\n\n`;
  const shown: string[] = [];
  let left = room - size(pointer);
  for (const section of sections) {
    left -= size(section);
    if (left < 0) break;
    shown.push(section);
  }
  return room < size(pointer) ? '' : `${[...shown, pointer].join('\n\n')}\n\n`;
}
