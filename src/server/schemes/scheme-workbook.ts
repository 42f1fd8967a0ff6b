import { writeXlsx, type WriteSheet } from 'hucre/xlsx';
import { escaped } from '#domain/imports/cell-text.ts';
import { valueShapes } from '#domain/schemes/format/value-shapes.ts';
import { wordNames } from '#domain/schemes/format/word-names.ts';
import { type Cells, GUIDE_SHEET, REASON_TITLE, sheetNames, tableColumns, TEXT_SHEET, type TreeName } from '#domain/schemes/table/columns.ts';
import { partNames, wayNames, windowNames } from '#domain/schemes/table/node-cells.ts';

/** A row to be written, with what is wrong in it when the table goes back. */
export interface WrittenRow {
  readonly cells: Cells;
  readonly reason?: string;
}

const ROWS_WITH_CHOICE = 1_000;
/** Shows that a line of the text is one, and keeps the blanks in front of it. */
export const LINE_MARK = '|';
const REASON_WIDTH = 60;

const letter = (index: number): string => String.fromCharCode('A'.charCodeAt(0) + index);

/**
 * 考核细则 as a workbook: a sheet for each tree with drop-downs, one that explains the columns and what each way to pay
 * needs, and a hidden one with the text, because a table cannot say everything that a scheme does.
 */
export function schemeWorkbook(trees: ReadonlyMap<TreeName, readonly WrittenRow[]>, names: { readonly activities: readonly string[]; readonly records: readonly string[] }, text: string, taken: string): Promise<Uint8Array> {
  const choices = [
    { key: 'way', values: wayNames.map(([, name]) => name), strict: true }, { key: 'part', values: partNames.map(([, name]) => name), strict: true },
    { key: 'per', values: windowNames.map(([, name]) => name), strict: true }, { key: 'activities', values: names.activities, strict: false }, { key: 'records', values: names.records, strict: false },
  ].filter(({ values }) => values.length > 0).map((it, of) => ({ ...it, of, at: tableColumns.findIndex(({ key }) => key === it.key) }));
  const longest = Math.max(...choices.map(({ values }) => values.length));
  const validations = choices.map(({ at, values, strict, of }) => ({
    type: 'list' as const, formula1: `代码!$${letter(of)}$1:$${letter(of)}$${values.length}`, range: `${letter(at)}2:${letter(at)}${ROWS_WITH_CHOICE}`,
    allowBlank: true, showErrorMessage: strict, errorStyle: 'stop' as const, errorTitle: '请核对', errorMessage: '请从下拉列表中选择。',
  }));
  return writeXlsx({ properties: { description: taken }, sheets: [
    ...[...trees].map(([tree, rows]): WriteSheet => ({ ...treeSheet(sheetNames[tree], rows), dataValidations: validations })),
    guideSheet(taken),
    { name: '代码', hidden: true, rows: Array.from({ length: longest }, (_, row) => choices.map(({ values }) => (values[row] === undefined ? null : escaped(values[row])))) },
    { name: TEXT_SHEET, hidden: true, rows: text.split('\n').map((line) => [LINE_MARK + line]) },
  ] });
}

function treeSheet(name: string, rows: readonly WrittenRow[]): WriteSheet {
  const reasons = rows.some(({ reason }) => reason !== undefined);
  const head = tableColumns.map(({ title, width, points }) => ({ header: title, width, numFmt: points ? '0.00' : '@' }));
  return {
    name, freezePane: { rows: 1, columns: 1 },
    columns: reasons ? [...head, { header: REASON_TITLE, width: REASON_WIDTH, numFmt: '@' }] : head,
    rows: [
      [...tableColumns.map(({ title }) => title), ...(reasons ? [REASON_TITLE] : [])],
      ...rows.map(({ cells, reason }) => [...tableColumns.map(({ key, points }) => cellOf(cells[key], points ?? false)), ...(reasons ? [reason === undefined ? null : escaped(reason)] : [])]),
    ],
  };
}

/** A mark that is a number is written as one; whatever else stands there stays as it is. */
function cellOf(text: string | undefined, points: boolean): string | number | null {
  if (text === undefined) return null;
  return points && /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : escaped(text);
}

function guideSheet(taken: string): WriteSheet {
  const ways = wayNames.slice(1).map(([kind, name]) => {
    const fields = Object.entries(valueShapes[kind as keyof typeof valueShapes].shape).filter(([word]) => word !== 'kind');
    const named = (wanted: boolean): string => fields.filter(([, shape]) => !shape.safeParse(undefined).success === wanted).map(([word]) => fieldName(word)).join('、');
    return [name, named(true) === '' ? '—' : named(true), named(false)];
  });
  return {
    name: GUIDE_SHEET, columns: [{ width: 16 }, { width: 60 }, { width: 60 }],
    rows: [
      ['列', '怎样填', ''], ...tableColumns.map(({ title, note }) => [title, note, '']), [],
      ['计分方式', '必填', '可填'], ['构成', '下级各行相加', '分值、封顶保底'], ...ways, [],
      ['', '“分值”“周期”“每次分值”填在各自的列；其余的词写在“其他写法”里，写法见方案说明。', ''],
      ['', '活动、登记簿、请假事由、年度结果等不在表里，在随表带着的方案文本中，读入时不变。删去一行就是删去这一条。', ''], ['', escaped(taken), ''],
    ],
  };
}

const fieldName = (word: string): string => `${wordNames[word] ?? word} ${word}`;
