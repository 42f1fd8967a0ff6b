import { readXlsx } from 'hucre/xlsx';
import { expect, it } from 'vitest';
import { faultyRowsWorkbook, templateWorkbook } from './template-workbook.ts';

const TAKEN = '2026-11-16 09:00 由方敏（fangmin）导出';

it('a template says who took it where its columns are explained, and not where it is filled in', async () => {
  const column = { title: '警号', required: true, note: '内部编号', width: 12, choice: [], strict: false, isDay: false };
  const { sheets, properties } = await readXlsx(await templateWorkbook({ sheet: '花名册', columns: [column], notes: ['空白的格不改动。'], taken: TAKEN }));
  expect(sheets[0]?.rows).toEqual([['警号']]);
  expect(sheets[1]?.rows.slice(-2).map((row) => row[2])).toEqual(['空白的格不改动。', TAKEN]);
  expect(properties?.description).toBe(TAKEN);
});

it('faulty rows say for whom they were picked out in a line above their header', async () => {
  const lines = [{ row: 5, cells: ['=1', '好'] }, { row: 6, cells: ['020001', '好'] }];
  const { sheets } = await readXlsx(await faultyRowsWorkbook({ sheet: '花名册', taken: TAKEN }, ['警号', '姓名'], lines, ({ row }) => (row === 5 ? ['警号：有误'] : [])));
  expect(sheets[0]?.rows.map((row) => row.map((cell) => cell ?? ''))).toEqual([[`错误行　${TAKEN}`], ['警号', '姓名', '错误原因'], ["'=1", '好', '警号：有误']].map((row) => expect.arrayContaining(row)));
});
