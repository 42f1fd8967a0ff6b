import { describe, expect, it } from 'vitest';
import { attendanceGrid, yearOfFile } from './attendance-grid.ts';
import { columnName } from '#domain/imports/column-name.ts';

const lines = (...rows: readonly (readonly string[])[]) => rows.map((cells, at) => ({ row: at + 1, cells }));
const read = (sheet: string, year: number | null, ...rows: readonly (readonly string[])[]) => attendanceGrid(sheet, lines(...rows), year);

describe('a sheet of attendance', () => {
  it('is told by names and days in one of its first rows; any other sheet is none', () => {
    expect(read('看守所', null, ['警号', '姓名', '2026-03-02'], ['1', '温岚', '√'])?.columns.map(({ day }) => day)).toEqual(['2026-03-02']);
    expect(read('说明', null, ['姓名', '职务'], ['温岚', '']) ?? read('说明', null, ['2026-03-02', '√'])).toBeNull();
  });

  it('reads days in the habits of the trade; month and day alone need a year of the title, the sheet or the file', () => {
    const days = (title: string, year: number | null) => read('看守所', year, [title], ['姓名', '3月2日', '3.9（周一）', '3/16', '2026年3月23日(周一)', '2026.3.30', '2月30日'], ['温岚', '√'])?.columns.map(({ day }) => day);
    expect(days('2026年3月签到表', null)).toEqual(['2026-03-02', '2026-03-09', '2026-03-16', '2026-03-23', '2026-03-30', null]);
    expect(days('签到表', 2026)).toEqual(['2026-03-02', '2026-03-09', '2026-03-16', '2026-03-23', '2026-03-30', null]);
    expect(days('签到表', null)).toEqual([null, null, null, '2026-03-23', '2026-03-30', null]);
    expect([yearOfFile('看守所2026年签到.xlsx'), yearOfFile('签到.xlsx'), yearOfFile('签到20261.xlsx')]).toEqual([2026, null, null]);
  });

  it('reads day numbers below merged months, and names merged over both rows', () => {
    const days = (...rows: readonly (readonly string[])[]) => read('看守所', 2026, ...rows, ['1', '温岚', '√'])?.columns.map(({ at, day }) => `${at} ${day}`);
    expect(days(['', '', '1月', '', '', '2月'], ['警号', '姓名', '5', '12', '19', '2', '9日', '合计'])).toEqual(['2 2026-01-05', '3 2026-01-12', '4 2026-01-19', '5 2026-02-02', '6 2026-02-09']);
    expect(days(['2026年签到表'], ['警号', '姓名', '1月份', '', '合计', '2月'], ['', '', '5', '12(周一)', '2', '2'])).toEqual(['2 2026-01-05', '3 2026-01-12', '5 2026-02-02']);
    expect(days(['', '', '2025年', '', '2026年'], ['', '', '11月', '12月', '1月'], ['警号', '姓名', '3', '1', '5'])).toEqual(['2 2025-11-03', '3 2025-12-01', '4 2026-01-05']);
    expect(days(['', '', '2025年12月', '2026年1月'], ['警号', '姓名', '29', '5'], ['', '', '一', '一'])).toEqual(['2 2025-12-29', '3 2026-01-05']);
    expect(days(['警号', '姓名', '2026-01-01', '', '2026-02-01'], ['', '', '5', '12', '2'])).toEqual(['2 2026-01-05', '3 2026-01-12', '4 2026-02-02']);
    expect(days(['警号', '姓名', '2026-03-01'], ['', '季平', '1'])).toEqual(['2 2026-03-01']);
    expect(days(['', '', '2月'], ['警号', '姓名', '30'])).toEqual(['2 null']);
    expect(read('看守所', 2026, ['', '', '1月'], ['警号', '姓名', '5'], ['', '', '周一'], ['1', '温岚', '√'])?.rows.map(({ name }) => name)).toEqual(['温岚']);
    expect(read('说明', 2026, ['序号', '姓名', '5', '12'], ['1', '温岚', '√', '√'])).toBeNull();
  });

  it('takes the number that stands in brackets behind a name, unless a column says it', () => {
    const people = (...rows: readonly (readonly string[])[]) => read('看守所', 2026, ...rows)?.rows.map(({ number, name }) => `${number}|${name}`);
    expect(people(['序号', '姓名', '3月2日'], ['1', '赵永德（010245）', '√'], ['2', '赵永德(F10254)', '√'], ['3', '温岚（预备）', '√'])).toEqual(['010245|赵永德', 'F10254|赵永德', '|温岚(预备)']);
    expect(people(['警号', '姓名', '3月2日'], ['010245', '赵永德(2组)', '√'], ['', '赵永德(010254)', '√'])).toEqual(['010245|赵永德(2组)', '010254|赵永德']);
  });

  it('finds whose it is, and kind, topic and time above the columns; a merged kind holds for all below it', () => {
    const grid = read('Sheet1', null, ['支部：', '看守所党支部'], ['活动', '', '周一集中学习', '', '支部党员大会'], ['主题', '', '讲话精神', '', '选举'], ['时间', '', '19:00-21:00'], ['警号', '姓名', '2026-03-02', '2026-03-09', '2026-03-16'], ['1', '温岚', '√']);
    expect(grid).toMatchObject({ organisation: '看守所党支部', columns: [
      { activity: '周一集中学习', topic: '讲话精神', time: '19:00-21:00' }, { activity: '周一集中学习', topic: '', time: '19:00-21:00' }, { activity: '支部党员大会', topic: '选举' }] });
  });

  it('passes over sums, signatures and empty rows, and names other columns', () => {
    const grid = read('看守所', null, ['序号', '警号', '姓名', '2026-03-02', '出勤率', '错误原因'], ['1', '020001', '张 三', '√', '100%'], ['', '', '', ''], ['合计', '', '', '1'], ['', '', '实到', '1'], ['填表人：', '', '', ''], ['考勤员：', '', '', '党支部书记（签字）：']);
    expect(grid?.rows.map(({ row, number, name }) => [row, number, name])).toEqual([[2, '020001', '张三']]);
    expect(grid?.others).toEqual(['出勤率']);
  });

  it('reads a sheet of one month by the numbers of its days, and what its title says', () => {
    const days = (sheet: string, title: string) => read(sheet, null, [title], ['序号', '姓名', '警号', '2日', '9', '16（周一）', '备注'], ['1', '温岚', '1', '√', '', ''])?.columns.map(({ day }) => day);
    expect(days('2月', '看守所党支部2026年周一学习考勤')).toEqual(['2026-02-02', '2026-02-09', '2026-02-16']);
    expect(days('Sheet1', '看守所党支部2026年2月份考勤表')).toEqual(['2026-02-02', '2026-02-09', '2026-02-16']);
    expect(days('Sheet1', '2026年1月至2月考勤') ?? null).toBeNull();
    expect(read('2月', 2026, ['看守所党支部周一学习'], ['姓名', '2日'], ['温岚', '√'])).toMatchObject({ organisation: '2月', title: '看守所党支部周一学习' });
  });

  it('names columns as Excel does', () => {
    expect([0, 25, 26, 51, 52, 701, 702].map(columnName)).toEqual(['A', 'Z', 'AA', 'AZ', 'BA', 'ZZ', 'AAA']);
  });
});
