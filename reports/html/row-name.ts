import type { Row } from './rows.ts';

/** What a row is called: a step's heading and the part of it that the row is about. */
export interface RowName {
  readonly heading: string;
  readonly text: string;
  readonly isCommand: boolean;
}

/** Names of rows; of steps the headings are those that stand before a command, as in “Add the user: rabbitmqctl add_user”. */
export function rowNames(rows: readonly Row[]): readonly RowName[] {
  const headings = new Set(rows.flatMap((row) => (row.part === 'Steps' ? headingOf(row) : [])));
  return rows.map((row) => {
    if (row.part !== 'Steps') return { heading: '', text: row.title, isCommand: false };
    const heading = [...headings].find((known) => row.title.startsWith(`${known}: `)) ?? '';
    const text = heading === '' ? row.title : row.title.slice(heading.length + 2);
    return { heading, text, isCommand: text === row.findings[0]?.command };
  });
}

function headingOf({ title, findings }: Row): readonly string[] {
  const end = `: ${findings[0]?.command}`;
  return title.endsWith(end) && title.length > end.length ? [title.slice(0, -end.length)] : [];
}
