import { readXlsx, type CellValue } from 'hucre/xlsx';
import type { z } from 'zod';
import { plainTitle, textInCell } from '#domain/imports/cell-text.ts';
import { type Cells, sheetNames, tableColumns, TEXT_SHEET, type TreeName } from '#domain/schemes/table/columns.ts';
import type { readSchemeTable as contract } from '#domain/schemes/table/contract.ts';
import { refuseTable } from '#domain/schemes/table/refusals.ts';
import { type ReadRow, type ReadTree, rowAt, treeOfRows } from '#domain/schemes/table/table-tree.ts';
import type { Words } from '#domain/words/words.ts';
import { takenBy } from '#server/access/taken-by-reads.ts';
import type { Call } from '#server/platform/call.ts';
import { demandReader } from './demand-reader.ts';
import { parseYaml } from './parse-yaml.ts';
import { readScheme } from './read-scheme.ts';
import { namesIn, restIn, treeNames } from './scheme-table.ts';
import { LINE_MARK, schemeWorkbook } from './scheme-workbook.ts';
import { withTrees } from './with-trees.ts';
import { workbookRefusal } from './workbook-limits.ts';

type Output = z.output<typeof contract.output>;

/** A scheme has some hundred rows; a text of it some thousand lines. */
const LIMITS = { inflatedBytes: 16 * 1024 * 1024, rows: 30_000 };

interface Found {
  readonly tree: TreeName | null;
  readonly row: number | null;
  readonly words: Words;
}

/** 考核细则表 back into a text. Nothing is written. */
export async function readSchemeTable(call: Call): Promise<Output> {
  demandReader(call.actor);
  return textOfTable(call.file ?? new Uint8Array(), await takenBy(call, 'zh'));
}

/** What the table says over the text that came with it, or every problem at its row, in a table taken back. @throws SchemeTableUnreadable, SchemeTableForeign */
export async function textOfTable(bytes: Uint8Array, taken: string): Promise<Output> {
  const { text, sheets } = await tablesIn(bytes);
  const names = namesIn(parseYaml(text).value);
  const read = new Map([...sheets].map(([tree, rows]) => [tree, treeOfRows(rows, tree, names)]));
  const inRows = [...read].flatMap(([tree, { problems }]) => problems.map(({ row, column, words }): Found => ({ tree, row, words: under(titleOf(column), words) })));
  if (inRows.length > 0) return returned(inRows, sheets, text, taken);
  const roots = Object.fromEntries([...read].flatMap(([tree, { root }]) => (root === null ? [] : [[tree, root]])));
  const next = withTrees(text, roots);
  const checked = readScheme(next);
  if ('problems' in checked) return returned(checked.problems.map(({ path, words }) => placed(path, words, read)), sheets, text, taken);
  return { text: next, changed: next !== text, problems: [], returned: null };
}

async function tablesIn(bytes: Uint8Array): Promise<{ readonly text: string; readonly sheets: ReadonlyMap<TreeName, readonly ReadRow[]> }> {
  const refusal = workbookRefusal(bytes, LIMITS);
  if (refusal !== null) throw refuseTable('SchemeTableUnreadable', refusal);
  const book = await readXlsx(bytes).catch(() => { throw refuseTable('SchemeTableUnreadable', { zh: '这个 Excel 文件无法读取，可能已损坏。', en: 'This Excel file cannot be read; it may be damaged.' }); });
  const lines = book.sheets.find(({ name }) => name === TEXT_SHEET)?.rows.map((row) => String(row[0] ?? ''));
  const sheets = new Map(treeNames.flatMap((tree): [TreeName, ReadRow[]][] => {
    const found = book.sheets.find(({ name }) => name === sheetNames[tree]);
    return found ? [[tree, rowsIn(found.rows)]] : [];
  }));
  if (lines === undefined || sheets.size === 0) throw refuseTable('SchemeTableForeign', {});
  return { text: lines.map((line) => (line.startsWith(LINE_MARK) ? line.slice(LINE_MARK.length) : line)).join('\n'), sheets };
}

/** Columns are known by their titles; rows without any text are passed over. */
function rowsIn(rows: readonly (readonly CellValue[])[]): ReadRow[] {
  const titles = (rows[0] ?? []).map((cell) => plainTitle(String(cell ?? '')));
  const columns = tableColumns.flatMap((column) => {
    const at = titles.indexOf(plainTitle(column.title));
    return at < 0 ? [] : [{ column, at }];
  });
  return rows.flatMap((row, index): ReadRow[] => {
    if (index === 0) return [];
    const cells: Cells = Object.fromEntries(columns.flatMap(({ column, at }) => {
      const text = textInCell(String(row[at] ?? ''));
      return text === '' ? [] : [[column.key, text]];
    }));
    return Object.keys(cells).length === 0 ? [] : [{ row: index + 1, cells, rest: restIn(cells.rest) }];
  });
}

function placed(path: string, words: Words, read: ReadonlyMap<TreeName, ReadTree>): Found {
  for (const [tree, { rows }] of read) {
    const row = rowAt(path, rows);
    if (row !== undefined) return { tree, row, words };
  }
  return { tree: null, row: null, words };
}

/** Every problem, and the same table with the reasons beside its rows: corrected, it is read in as it is. */
async function returned(found: readonly Found[], sheets: ReadonlyMap<TreeName, readonly ReadRow[]>, text: string, taken: string): Promise<Output> {
  const names = namesIn(parseYaml(text).value);
  const trees = new Map([...sheets].map(([tree, rows]) => [tree, rows.map(({ row, cells }) => {
    const reasons = found.filter((it) => it.tree === tree && it.row === row).map(({ words }) => words.zh);
    return reasons.length === 0 ? { cells } : { cells, reason: reasons.join('\n') };
  })]));
  const bytes = await schemeWorkbook(trees, { activities: [...names.activities.values()], records: [...names.records.values()] }, text, taken);
  return {
    text: null, changed: false, problems: found.map(({ tree, row, words }) => ({ sheet: tree === null ? null : sheetNames[tree], row, words })),
    returned: found.some(({ row }) => row !== null) ? Buffer.from(bytes).toString('base64') : null,
  };
}

const titleOf = (key: string): string => tableColumns.find((it) => it.key === key)?.title ?? key;
const under = (title: string, { zh, en }: Words): Words => ({ zh: `${title}：${zh}`, en: `${title}: ${en}` });
