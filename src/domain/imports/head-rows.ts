import { WORKBOOK_LIMITS } from './limits.ts';
import type { Line } from './month-titles.ts';

/** A header where it stands in a sheet, one row or two, with what is below it. */
export interface Head<H> {
  readonly header: H;
  /** The row of the header as one; of two rows the lower one. */
  readonly line: Line;
  readonly above: readonly Line[];
  readonly below: readonly Line[];
}

/**
 * Finds the header among the first rows of a sheet. 基本情况 and 党内情况 over 性别, 民族 and 入党时间, beside a 姓名 that is
 * merged over both rows, are one header in two rows.
 * @param headerIn answers null for a row that is no header; what it throws is thrown.
 * @param known how many columns a row of titles names.
 */
export function headIn<H>(lines: readonly Line[], headerIn: (cells: readonly string[]) => H | null, known: (cells: readonly string[]) => number): Head<H> | null {
  for (const [at, line] of lines.slice(0, WORKBOOK_LIMITS.rowsAboveHeader).entries()) {
    const two = inTwoRows(line, lines[at + 1], known);
    const header = headerIn((two ?? line).cells);
    if (header !== null) return { header, line: two ?? line, above: lines.slice(0, at), below: lines.slice(at + (two ? 2 : 1)) };
  }
  return null;
}

/** Two rows are one header only when together they name more columns than either: people below a header name none. */
function inTwoRows(upper: Line, lower: Line | undefined, known: (cells: readonly string[]) => number): Line | null {
  if (lower?.row !== upper.row + 1) return null;
  const cells = Array.from({ length: Math.max(upper.cells.length, lower.cells.length) }, (_, at) => ((lower.cells[at] ?? '').trim() === '' ? upper : lower).cells[at] ?? '');
  const together = known(cells);
  return together > known(upper.cells) && together > known(lower.cells) ? { row: lower.row, cells } : null;
}
