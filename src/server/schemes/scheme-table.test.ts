import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { readXlsx, writeXlsx, type CellValue } from 'hucre/xlsx';
import { describe, expect, it } from 'vitest';
import { Refused } from '#domain/contracts/refusal.ts';
import { buildScheme } from '#domain/schemes/format/build-scheme.ts';
import { fileShape } from '#domain/schemes/format/file-shape.ts';
import { GUIDE_SHEET, REASON_TITLE, tableColumns } from '#domain/schemes/table/columns.ts';
import { randomSchemeFile } from '#test/schemes/random-scheme.ts';
import { workbook } from '#test/workbooks.ts';
import { printYaml } from './print-yaml.ts';
import { readScheme } from './read-scheme.ts';
import { textOfTable } from './read-scheme-table.ts';
import { tableOf } from './scheme-table.ts';

const sample = readFileSync('schemes/dezhou.yaml', 'utf8');

const TAKEN = '2026-11-16 09:00 由方敏（fangmin）导出';
const readBack = (bytes: Uint8Array): ReturnType<typeof textOfTable> => textOfTable(bytes, TAKEN);

async function exported(text: string): Promise<Uint8Array> {
  const read = readScheme(text);
  if (!('scheme' in read)) throw new Error(JSON.stringify(read.problems[0]));
  return tableOf(text, read.scheme, 'zh', TAKEN);
}

type Rows = (CellValue | undefined)[][];
/** As somebody changes a sheet in Excel and saves it. */
async function edited(bytes: Uint8Array, sheet: string, change: (rows: Rows) => Rows): Promise<Uint8Array> {
  const { sheets } = await readXlsx(bytes);
  return writeXlsx({ sheets: sheets.map(({ name, rows }) => ({ name, rows: (name === sheet ? change(rows.map((row) => [...row])) : rows).map((row) => row.map((cell) => cell ?? null)) })) });
}
const at = (key: string): number => tableColumns.findIndex((it) => it.key === key);
const rowOf = (rows: Rows, id: string): (CellValue | undefined)[] => rows.find((row) => row[at('id')] === id) ?? [];

describe('考核细则表', () => {
  it('of the sample comes back as the very same text', async () => {
    const read = await readBack(await exported(sample));
    expect(read.problems).toEqual([]);
    expect(read).toMatchObject({ text: sample, changed: false, returned: null });
  });

  it('has a row for each of the 32 items in the words of the office, with lists to choose from', async () => {
    const { sheets } = await readXlsx(await exported(sample));
    const items = sheets.find(({ name }) => name === '考核指标')?.rows ?? [];
    expect(items.filter((row) => /^\d+\.\d+$/.test(String(row[0])))).toHaveLength(32);
    const thinking = rowOf(items, 'thinking');
    expect(['aspect', 'label', 'full', 'way', 'records', 'per', 'clause', 'department'].map((key) => thinking[at(key)])).toEqual(
      ['政治建设', '党员民警思想动态分析', 4, '按期完成', expect.stringContaining('思想动态'), '每季度', '考核细则 1.2', '党支部']);
    expect(String(thinking[at('standard')])).toContain('党员民警思想动态分析');
    expect(sheets.map(({ name, dataValidations }) => [name, dataValidations?.length ?? 0]).slice(0, 2)).toEqual([['积分', 5], ['考核指标', 5]]);
  });

  it('changes just what was changed, and keeps the comments of everything else', async () => {
    const table = await edited(await exported(sample), '积分', (rows) => {
      rowOf(rows, 'lecture')[at('each')] = 3;
      rowOf(rows, 'exchange')[at('label')] = '=交流发言';
      return rows.filter((row) => row[at('id')] !== 'volunteering').map((row) => (row[at('id')] === 'task' || row[at('id')] === 'memberPoints' ? row.with(at('full'), Number(row[at('full')]) - 2) : row));
    });
    const { text, problems, changed } = await readBack(table);
    expect([problems, changed]).toEqual([[], true]);
    expect(text).toContain('value: { kind: fixed, each: 3.00 }');
    expect(text).not.toContain('id: volunteering');
    expect(text?.split('\n').slice(0, 100)).toEqual(sample.split('\n').slice(0, 100));
    const kept = new Set(text?.split('\n'));
    expect(sample.split('\n').filter((line) => line.trim().startsWith('#') && !kept.has(line))).toEqual([]);
  });

  it('comes back with the reason at its row, and is accepted unchanged once that is put right', async () => {
    const wrong = await edited(await exported(sample), '积分', (rows) => {
      rowOf(rows, 'lecture')[at('way')] = '按心情';
      rowOf(rows, 'assigned')[at('records')] = '没有的登记簿';
      return rows;
    });
    const { text, problems, returned } = await readBack(wrong);
    expect(text).toBeNull();
    expect(problems.map(({ sheet, words }) => [sheet, words.zh])).toEqual([
      ['积分', '计分方式：没有“按心情”，请从下拉列表选择。'], ['积分', '佐证（登记簿）：方案里没有“没有的登记簿”，或者有几个同名，请写代号。']]);
    const back = new Uint8Array(Buffer.from(returned ?? '', 'base64'));
    const { sheets, properties } = await readXlsx(back);
    expect([properties?.description, sheets.find(({ name }) => name === GUIDE_SHEET)?.rows.flat()]).toEqual([TAKEN, expect.arrayContaining([TAKEN])]);
    const reason = sheets[0]?.rows[0]?.indexOf(REASON_TITLE) ?? -1;
    expect(sheets[0]?.rows.filter((row) => String(row[reason] ?? '') !== '').map((row) => row[at('id')])).toEqual([undefined, 'lecture', 'assigned'].map((it) => it ?? '代号'));
    const right = await edited(back, '积分', (rows) => {
      rowOf(rows, 'lecture')[at('way')] = '定额';
      rowOf(rows, 'assigned')[at('records')] = '交办任务';
      return rows;
    });
    expect(await readBack(right)).toMatchObject({ text: sample, changed: false, problems: [] });
  });

  it('says what the check of a scheme says, at the row where it lies', async () => {
    const { problems } = await readBack(await edited(await exported(sample), '考核指标', (rows) => {
      rowOf(rows, 'thinking')[at('clause')] = null;
      return rows;
    }));
    expect(problems).toEqual([{ sheet: '考核指标', row: expect.any(Number), words: expect.objectContaining({ zh: expect.stringContaining('clause') }) }]);
  });

  it('is no other workbook, and no damaged one', async () => {
    const refused = (bytes: Uint8Array) => readBack(bytes).then(() => 'taken', (fault: unknown) => (fault instanceof Refused ? fault.refusal.name : String(fault)));
    expect(await refused(await workbook([['序号']]))).toBe('SchemeTableForeign');
    expect(await refused(new Uint8Array([1, 2, 3]))).toBe('SchemeTableUnreadable');
  });
});

it('any valid scheme survives the way through its table and back (P15)', { timeout: 120_000 }, async () => {
  await fc.assert(fc.asyncProperty(randomSchemeFile, async (file) => {
    const text = printYaml(buildScheme(fileShape.decode(file)), file.takesEffect);
    const read = await readBack(await exported(text));
    expect(read.problems).toEqual([]);
    expect(read.text).toBe(text);
  }), { numRuns: 25, endOnFailure: true });
});
