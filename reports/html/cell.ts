import type { Finding } from '../../model/finding.ts';
import type { Target } from '../../model/report.ts';
import type { Standing } from '../standing.ts';

/** What a result is about: a target, or something else that findings name, such as a file of waivers. */
export interface Column {
  readonly index: number;
  readonly id: string;
  readonly target?: Target;
}

/** One finding in its place; `index` numbers the cells of a page. */
export interface Cell {
  readonly index: number;
  readonly row: number;
  readonly column: Column;
  readonly finding: Finding;
  readonly standing: Standing;
}
