import { expect, it } from 'vitest';
import type { RegisterCard } from './contract.ts';
import { entriesOfMonths, monthlyField } from './month-grid.ts';

const field = (id: string, zh: string, kind: RegisterCard['fields'][number]['kind'], required: boolean): RegisterCard['fields'][number] =>
  ({ id, label: { zh, en: id }, kind, required, levels: [], least: null, most: null });
const amount = field('amount', '金额', 'money', true);
const dues: RegisterCard = {
  id: 'personalDues', label: { zh: '党费', en: 'Dues' }, persons: 'one', parts: [], lasts: false, ahead: false, fields: [amount, field('remark', '备注', 'text', false)],
  keptBy: 'branch', confirmedBy: 'nobody', privacy: 'own', guidance: null, clause: null,
};
const sheet = (name: string, ...rows: readonly (readonly string[])[]) => ({ sheet: name, lines: rows.map((cells, at) => ({ row: at + 1, cells })), merged: [] });
const read = (fileName: string, ...sheets: readonly ReturnType<typeof sheet>[]) => entriesOfMonths(dues, sheets, fileName)?.lines.map(({ place, cells }) => `${place.row}${place.at} ${cells.number}${cells.name} ${cells.day} ${cells.value}`);

it('a sheet of people and months is an entry for each number, on the first day of its month', () => {
  expect(read('党费.xlsx', sheet('看守所', ['看守所党支部2026年党费收缴表'], ['序号', '姓名', '警号', '1月', '2月', '3月份', '合计'],
    ['1', '看守甲', '020000', '20', '', '20.5元', '40.5'], ['2', '看守乙', '020001', '—', '15', '', '15'], ['', '合计', '', '20', '15', '20.5', '']))).toEqual([
    '33 020000看守甲 2026-01-01 20', '35 020000看守甲 2026-03-01 20.5元', '44 020001看守乙 2026-02-01 15']);
});

it('the year stands in the title of the month, above the months, or in the name of the file; without one the month is no day', () => {
  const grid = (...months: readonly string[]) => sheet('Sheet1', ['姓名', ...months], ['看守甲', '20', '30']);
  expect(read('2026年党费.xlsx', grid('2025年12月', '2026-01-01'))).toEqual(['21 看守甲 2025-12-01 20', '22 看守甲 2026-01-01 30']);
  expect(read('2026年党费.xlsx', grid('1月', '2月'))).toEqual(['21 看守甲 2026-01-01 20', '22 看守甲 2026-02-01 30']);
  expect(read('党费.xlsx', grid('1月', '2月'))).toEqual(['21 看守甲 1月 20', '22 看守甲 2月 30']);
});

it('a table with a row for each entry, and a register of something else, are none', () => {
  expect(read('党费.xlsx', sheet('党费', ['党组织', '发生日期', '姓名', '金额'], ['看守所', '2026-01-05', '看守甲', '20']))).toBeUndefined();
  expect(monthlyField(dues)).toBe(amount);
  const others: readonly Partial<RegisterCard>[] = [{ persons: 'many' }, { persons: 'none' }, { lasts: true }, { fields: [amount, field('more', '另一数', 'count', false)] }, { fields: [amount, field('matter', '事项', 'matter', true)] }];
  expect(others.map((it) => monthlyField({ ...dues, ...it }))).toEqual(others.map(() => null));
});

it('says how it was read, and which columns it left', () => {
  expect(entriesOfMonths(dues, [sheet('S', ['姓名', '1月', '2月', '职务'], ['看守甲', '1', '2', '民警'])], '2026.xlsx')?.notices.map(({ zh }) => zh)).toEqual([expect.stringContaining('每人一行、每月一列'), '以下列没有导入：职务。']);
});
