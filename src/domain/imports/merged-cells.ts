import { attribute } from './visible-sheets.ts';

/** Cells that stand merged over several rows or columns: what the first one says holds for all. Rows as the spreadsheet numbers them. */
export interface MergedRun {
  /** From nought. */
  readonly column: number;
  /** The last column. */
  readonly through: number;
  readonly first: number;
  readonly last: number;
}

const MERGE = /<(?:\w+:)?mergeCell\s[^>]*?ref\s*=\s*["']([A-Z]{1,3})(\d+):([A-Z]{1,3})(\d+)["']/g;
/** A longer run would be a whole column dressed, not a unit with its people. */
const RUN_ROWS_MOST = 2_000;
const RUN_COLUMNS_MOST = 200;
const LETTERS = 26;
export const columnOf = (letters: string): number => [...letters].reduce((sum, it) => sum * LETTERS + it.charCodeAt(0) - 64, 0) - 1;

/** Which cells a sheet merges, by its own list. */
export const mergedRuns = (sheetXml: string): readonly MergedRun[] =>
  [...sheetXml.matchAll(MERGE)].map(([, letters = '', first, until = '', last]) => ({ column: columnOf(letters), through: columnOf(until), first: Number(first), last: Number(last) })).filter(({ first, last }) => last - first < RUN_ROWS_MOST);

const RELATIONSHIP = /<(?:\w+:)?Relationship\s[^>]*>/g;

const relationCalled = (relationsXml: string, id: string): string => (relationsXml.match(RELATIONSHIP) ?? []).find((it) => attribute(it, 'Id') === id) ?? '';

/** Whether a sheet is one of cells: a chart may have a sheet of its own. */
export const isOfCells = (relationsXml: string, id: string): boolean => !/\/(?:chart|dialog|macro)sheet$/i.test(attribute(relationCalled(relationsXml, id), 'Type'));

/** Under which name the archive keeps a part that the workbook's list of parts names by an id. */
export function partNamed(relationsXml: string, id: string): string | undefined {
  const target = attribute(relationCalled(relationsXml, id), 'Target');
  if (target === '') return undefined;
  return target.startsWith('/') ? target.slice(1) : `xl/${target}`;
}

type Line = { readonly row: number; readonly cells: readonly string[] };

/** Fills cells that a merged one above covers, not those beside it: a heading to the right is one heading; where a row says something of its own, it stays. */
export function filled(lines: readonly Line[], runs: readonly MergedRun[]): Line[] {
  const cells = new Map(lines.map((it) => [it.row, [...it.cells]]));
  for (const { column, first, last } of runs) {
    const said = cells.get(first)?.[column] ?? '';
    for (let row = first + 1; row <= last && said.trim() !== ''; row += 1) {
      const own = cells.get(row);
      if (own === undefined || (own[column] ?? '').trim() !== '') continue;
      while (own.length < column) own.push('');
      own[column] = said;
    }
  }
  return lines.map(({ row, cells: asTheyStand }) => ({ row, cells: cells.get(row) ?? asTheyStand }));
}

/** Fills cells that a merged one to the left covers, in sheets where that means each of them: who is on duty all week. */
export function filledAcross(lines: readonly Line[], runs: readonly MergedRun[]): Line[] {
  const ofRow = new Map<number, MergedRun[]>();
  for (const it of runs) if (it.through > it.column && it.through - it.column < RUN_COLUMNS_MOST) for (let row = it.first; row <= it.last; row += 1) ofRow.set(row, [...(ofRow.get(row) ?? []), it]);
  return lines.map(({ row, cells }) => {
    const own = [...cells];
    for (const { column, through } of ofRow.get(row) ?? []) for (let at = column + 1; at <= through; at += 1) if ((own[at] ?? '').trim() === '') own[at] = own[column] ?? '';
    return { row, cells: Array.from(own, (it) => it ?? '') };
  });
}
