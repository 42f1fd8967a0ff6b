import { readXlsx, type Cell } from 'hucre/xlsx';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { z } from 'zod';
import { readSession } from '#domain/access/contract.ts';
import { readAuditTrail } from '#domain/audit/contract.ts';
import { plainText } from '#domain/imports/cell-text.ts';
import { makeWorkbook } from '#domain/tables/contract.ts';
import { TABLE_ROWS_MOST } from '#domain/tables/limits.ts';
import { testBureau, type TestBureau } from '#test/app.ts';
import type { CastName } from '#test/cast.ts';
import { footprint } from '#test/operations/footprint.ts';

let bureau: TestBureau;
beforeAll(async () => void (bureau = await testBureau()));
afterAll(() => bureau.drop());

type Table = z.input<typeof makeWorkbook.input>;
const text = { title: '姓名', format: 'text' } as const;
const table = (change: Partial<Table>): Table => ({ name: 'people', title: '人员', scope: '', language: 'zh', columns: [text], rows: [], total: null, ...change });

async function sheetOf(change: Partial<Table>): Promise<{ name: string; rows: unknown[][]; cell: (place: string) => Cell | undefined }> {
  const bytes = await bureau.as('luojian').call(makeWorkbook, table(change)) as unknown as Uint8Array;
  const [sheet] = (await readXlsx(bytes, { readStyles: true })).sheets;
  if (!sheet) throw new Error('no sheet');
  return { name: sheet.name, rows: sheet.rows, cell: (place) => sheet.cells?.get(place) };
}

it('says in its first row what was asked for, how many there are, when it was taken and by whom', async () => {
  const { name, rows } = await sheetOf({ scope: '党支部：看守所党支部', rows: [['陈晓岚'], ['罗建']] });
  expect(name).toBe('人员');
  expect(rows).toEqual([['人员　党支部：看守所党支部　共 2 项　2026-11-17 09:00 由罗建（luojian）导出'], ['姓名'], ['陈晓岚'], ['罗建']]);
  expect((await sheetOf({ language: 'en', title: 'People' })).rows[0]).toEqual(['People · all · 0 in all · taken 2026-11-17 09:00 by 罗建 (luojian)']);
});

it('writes numbers as numbers in their format, and a text among them as a text', async () => {
  const { rows, cell } = await sheetOf({
    columns: [text, { title: '应到', format: 'count' }, { title: '合计', format: 'points' }, { title: '参学率', format: 'percent' }],
    rows: [['037001', 28, 3646, 9286], ['罗建', 0, -52, '依据不足']], total: ['合计', 28, 3594, 9286],
  });
  expect(rows.slice(2)).toEqual([['037001', 28, 36.46, 0.9286], ['罗建', 0, -0.52, '依据不足'], ['合计', 28, 35.94, 0.9286]]);
  expect(['2,0', '2,1', '2,2', '2,3'].map((place) => [cell(place)?.type, cell(place)?.style?.numFmt])).toEqual(
    [['string', '@'], ['number', '0'], ['number', '0.00'], ['number', '0.00%']]);
  expect(cell('3,3')?.type).toBe('string');
});

it('holds no formula, and the importer reads every text as it was', async () => {
  const nasty = ['=HYPERLINK("http://a","b")', '+86', '-1', '@SUM(A1)', "'=1", '＝1', '\t=1', '\r=1', ' =1'];
  const { rows, cell } = await sheetOf({ title: '=1', columns: [{ title: '=2', format: 'text' }], rows: nasty.map((it) => [it]) });
  for (const [at, row] of rows.entries()) {
    expect([at, cell(`${at},0`)?.type, cell(`${at},0`)?.formula]).toEqual([at, 'string', undefined]);
    expect(String(row[0])).toMatch(/^'/);
  }
  expect(rows.slice(2).map((row) => plainText(String(row[0])))).toEqual(["=HYPERLINK(\"http://a\",\"b\")", '+86', '-1', '@SUM(A1)', "'=1", '=1', '=1', '=1', '=1']);
});

it('takes twenty thousand rows and not one more', async () => {
  const rows = Array.from({ length: TABLE_ROWS_MOST }, (_, at) => ['陈晓岚', `03${at}`, '看守所党支部', '第一党小组', '正式党员', '民警', '', '组织委员']);
  const columns = ['姓名', '编号', '党支部', '党小组', '类别', '身份', '备注', '职务'].map((title) => ({ title, format: 'text' as const }));
  expect((await sheetOf({ columns, rows })).rows.length).toBe(TABLE_ROWS_MOST + 2);
  expect(await bureau.as('luojian').refusal(makeWorkbook, table({ columns, rows: [...rows, ...rows.slice(0, 1)] }))).toBe('InputInvalid');
});

it('refuses a row that does not fit its columns', async () => {
  expect(await bureau.as('luojian').refusal(makeWorkbook, table({ rows: [['陈晓岚', '罗建']] }))).toBe('InputInvalid');
});

it('leaves in the trail who took which table with how many rows, and nothing of what is in it', async () => {
  await bureau.as('jiping').call(makeWorkbook, table({ name: 'sessions', rows: [['甲'], ['乙']] }));
  const { items } = await bureau.as('shenji').call(readAuditTrail, { operation: 'makeWorkbook' });
  expect(items[0]).toMatchObject({ who: { userName: 'jiping' }, subject: { kind: 'table', id: 'sessions' }, details: { entries: 2 } });
  expect(JSON.stringify(items[0])).not.toContain('甲');
});

it('calls the table in the trail by its own name, that of a register by what the scheme calls it', async () => {
  const said = async (name: string) => {
    await bureau.as('jiping').call(makeWorkbook, table({ name, rows: [['甲']] }));
    const { items: [entry] } = await bureau.as('shenji').call(readAuditTrail, { operation: 'makeWorkbook', subject: name });
    return [entry?.subject?.words.zh, entry?.subject?.words.en, entry?.subject?.label];
  };
  expect(await said('sessions')).toEqual(['表格“活动”', 'Table “Sessions”', '']);
  expect(await said('register.visit')).toEqual(['表格“走访慰问”', 'Table “Visit”', '']);
  expect(await said('register.visit.withdrawn')).toEqual(['表格“走访慰问（已撤回）”', 'Table “Visit (withdrawn)”', '']);
});

const takes = (who: CastName, name: string): Promise<string> => bureau.as(who).refusal(makeWorkbook, table({ name, rows: [['陈晓岚']] })).catch(() => 'taken');

it('is refused to a group leader and a member, who see the table, with who could; the secretary and the recorder take it', async () => {
  const before = await footprint(bureau);
  for (const who of ['zhengqi', 'wenlan', 'shenji', 'anquan'] as const) {
    expect([who, await takes(who, 'people')]).toEqual([who, 'NotAllowed']);
    expect((await bureau.as(who).call(readSession, {})).takesTables).toBe(false);
  }
  expect(await footprint(bureau)).toEqual(before);
  const answer = await (await bureau.as('zhengqi').request(makeWorkbook, table({}))).json() as { words: { zh: string } };
  expect(answer.words.zh).toMatch(/^您在此党组织没有“导出表格”的权限，可由.*支部书记.*记录员办理。$/);
  for (const who of ['luojian', 'tangyue', 'jiping', 'fangmin', 'heqing', 'juling'] as const) {
    expect([who, await takes(who, 'people'), (await bureau.as(who).call(readSession, {})).takesTables]).toEqual([who, 'taken', true]);
  }
});

it('gives a member what is his own, and the security administrator the accounts that nobody else takes', async () => {
  expect([await takes('wenlan', 'my-statements'), await takes('zhengqi', 'sheet-problems')]).toEqual(['taken', 'taken']);
  expect([await takes('anquan', 'accounts'), await takes('luojian', 'accounts'), await takes('wenlan', 'accounts')]).toEqual(['taken', 'NotAllowed', 'NotAllowed']);
});

it('knows the names of all tables, also of what was withdrawn from a register', async () => {
  expect(await takes('jiping', 'register.thoughtReport.withdrawn')).toBe('taken');
});
