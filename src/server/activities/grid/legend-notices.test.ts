import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { attendanceGrid } from '#domain/activities/grid/attendance-grid.ts';
import { readScheme } from '#server/schemes/read-scheme.ts';
import { legendNotices } from './legend-notices.ts';

const read = readScheme(readFileSync('schemes/dezhou.yaml', 'utf8'));
if (!('scheme' in read)) throw new Error('the sample scheme cannot be read');
const { scheme } = read;

const monthly = (months: readonly number[], legend: string) => months.flatMap((month) => attendanceGrid(`${month}月`, [
  { row: 1, cells: ['姓名', '5日'] }, { row: 2, cells: ['李明', '√'] }, { row: 3, cells: [legend] },
], 2026) ?? []);

it('a legend that many sheets share is told once, with how many they are', () => {
  const told = legendNotices([...monthly([1, 2, 3, 4, 5, 6, 7, 8], '说明：√出勤　△事假'), ...monthly([9, 10], '说明：√出勤　△病假')], scheme);
  expect(told.map(({ zh }) => zh)).toEqual([
    '“1月”、“2月”、“3月”等 8 张表按表中图例读取：“√”出勤，作“实到”；“△”事假，作“事假（经批准）”。', '“9月”、“10月”按表中图例读取：“√”出勤，作“实到”；“△”病假，作“病假”。',
  ]);
  expect(told[0]?.en).toMatch(/^Read by the legend in the sheet: “1月”, “2月”, “3月” and 5 more sheets\. /);
});
