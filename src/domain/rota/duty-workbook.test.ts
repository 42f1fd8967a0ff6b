import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '#domain/calendar/civil-date.ts';
import { always } from '#test/properties.ts';
import { dutyWorkbook } from './duty-workbook.ts';

const sheet = (name: string, ...rows: readonly (readonly string[])[]) => ({ sheet: name, lines: rows.map((cells, at) => ({ row: at + 1, cells })), merged: [] });
const read = (...sheets: Parameters<typeof dutyWorkbook>[0]) => dutyWorkbook(sheets, '值班.xlsx');
const lines = (...sheets: Parameters<typeof dutyWorkbook>[0]) => read(...sheets)?.lines.map(({ place, cells }) => `${place.sheet}!${place.row} ${[cells.name, cells.number, cells.leader, cells.days, cells.kind].filter((one) => one !== undefined && one !== '').join(' ')}`);
const notices = (...sheets: Parameters<typeof dutyWorkbook>[0]) => read(...sheets)?.notices.map(({ zh }) => zh);

describe('names by days', () => {
  const month = sheet('Sheet1', ['看守所2026年11月值班表'], ['序号', '姓名', '1', '2', '3', '4', '5', '合计'], ['', '', '日', '一', '二', '三', '四'], ['1', '石 磊', '值', '', '休', '班', '年休', '2'], ['2', '方舟', '', '白', '夜', '下', '/', '2'], ['合计', '', '1', '1', '1', '1']);

  it('is a line for each person, kind and month', () => {
    expect(lines(month)).toEqual(['Sheet1!4 石磊 2026-11-01、2026-11-04 值班', 'Sheet1!4 石磊 2026-11-03 下夜班休整', 'Sheet1!5 方舟 2026-11-02、2026-11-03 值班', 'Sheet1!5 方舟 2026-11-04 下夜班休整']);
    expect(notices(month)).toEqual([
      '“Sheet1”按“姓名 × 日期”的方格读取。', '“Sheet1”中“值”1 处、“班”1 处、“白”1 处、“夜”1 处作值班，“休”1 处、“下”1 处作下夜班休整登记；空格不登记。',
      '“Sheet1”中“年休”1 处不是值班，没有登记；需要免计的，请到“请假登记”中导入。', '以下列没有导入：合计。']);
  });

  it('may lie in a sheet for each month, with days in any way, names without a title, or numbers alone', () => {
    expect(lines(sheet('1月', ['2026年'], ['姓名', '1日', '2日'], ['石磊', '值', '']), sheet('2月', ['2026年'], ['姓名', '1日', '2日'], ['石磊', '', '夜']), sheet('电话', ['姓名', '电话'], ['石磊', '13800000000']))).toEqual(['1月!3 石磊 2026-01-01 值班', '2月!3 石磊 2026-02-02 值班']);
    expect(lines(sheet('表', ['日期', '2026-11-01', '2026-11-02'], ['石磊', '√', ''], ['方舟', '', '√']))).toEqual(['表!2 石磊 2026-11-01 值班', '表!3 方舟 2026-11-02 值班']);
    expect(lines(sheet('表', ['警号', '', '2026年11月', '2026年12月'], ['', '', '30', '1'], ['020001', '', '值', '值']))).toEqual(['表!3 020001 2026-11-30 值班', '表!3 020001 2026-12-01 值班']);
  });

  it('keeps words that nobody knows and days that are none, each in a line of its own', () => {
    expect(lines(sheet('表', ['2026年11月值班表'], ['姓名', '29', '30', '31'], ['石磊', '值', '巡', '值']))).toEqual(['表!3 石磊 2026-11-29 值班', '表!3 石磊 2026-11-30 巡', '表!3 石磊 11月31日 值班']);
  });

  it('goes by the legend of the sheet, and says where that is not what the mark usually means', () => {
    const marked = sheet('表', ['2026年11月'], ['姓名', '1', '2', '3'], ['石磊', '▽', '休', '○'], ['图例：▽值班　休-休假　○下夜班']);
    expect(lines(marked)).toEqual(['表!3 石磊 2026-11-01 值班', '表!3 石磊 2026-11-03 下夜班休整']);
    expect(notices(marked)?.slice(2)).toEqual(['“表”的图例写明“▽”为“值班”、“休”为“休假”、“○”为“下夜班”，按图例读取。', '其中“休”1 处与通常写法的含义不同，以本表的图例为准，请核对。', '“表”中“休”1 处不是值班，没有登记；需要免计的，请到“请假登记”中导入。']);
  });
});

describe('posts by days', () => {
  it('is a line for each cell; phones and posts beside a name are passed over, rest is what its row says', () => {
    expect(lines(sheet('第47周', ['2026年值班安排'], ['', '周一', '周二'], ['岗位', '11月16日', '11月17日'], ['带班领导', '石磊（所长）', '方舟'], ['值班人员', '石坚、 李四\n王五', '民警：赵六 13800000000'], ['值班电话', '2101234', '2101234'], ['下夜班', '', '石坚'], ['备注', '', '节日']))).toEqual([
      '第47周!4 石磊 2026-11-16 值班', '第47周!4 方舟 2026-11-17 值班', '第47周!5 石坚、 李四\n王五 2026-11-16 值班', '第47周!5 赵六 2026-11-17 值班', '第47周!7 石坚 2026-11-17 下夜班休整']);
  });

  it('may say its week in the title alone, and stand merged over it', () => {
    const week = sheet('表', ['值班表（2026年12月28日—1月3日）'], ['', '星期一', '星期二', '星期三', '星期四', '星期五', '星期六', '星期日'], ['带班', '石磊', '', '', '', '', '方舟', ''], ['值班', '石坚', '', '', '', '', '', '李四']);
    expect(dutyWorkbook([{ ...week, merged: [{ column: 1, through: 5, first: 3, last: 3 }, { column: 6, through: 7, first: 3, last: 3 }] }], '')?.lines.map(({ cells }) => `${cells.name} ${cells.days}`)).toEqual([
      '石磊 2026-12-28', '石磊 2026-12-29', '石磊 2026-12-30', '石磊 2026-12-31', '石磊 2027-01-01', '方舟 2027-01-02', '方舟 2027-01-03', '石坚 2026-12-28', '李四 2027-01-03']);
  });
});

describe('a list of days', () => {
  it('has as many columns of people as there are posts, and days as the title lets them be short', () => {
    expect(lines(sheet('表', ['2026年11月值班表'], ['日期', '星期', '值班领导', '带班', '白班', '夜班', '下夜班', '值班电话'], ['1日', '日', '石磊', '方舟', '石坚', '李四', '', '1'], ['2', '一', '石磊', '无', '', '王五（司机）', '李四', '1']))).toEqual([
      '表!3 石坚、李四 石磊、方舟 2026-11-01', '表!4 王五 石磊 2026-11-02', '表!4 李四 2026-11-02 下夜班休整']);
    expect(lines(sheet('表', ['2026年'], ['日期', '值班领导', '值班人员'], ['11月30日（周一）', '石磊', '石坚 李四'], ['12.1', '', '王五'], ['2026-12-02、3', '', '王五']))).toEqual(['表!3 石坚 李四 石磊 2026-11-30', '表!4 王五 2026-12-01', '表!5 王五 2026-12-02、3']);
  });

  it('that is laid out as the template is left to its columns, and so is what is no duty', () => {
    expect([read(sheet('表', ['值班日期', '姓名'], ['2026-11-01', '石磊'])), read(sheet('表', ['日期', '带班领导', '值班民警', '电话'], ['2026-11-01、2', '石磊', '方舟', '1'])), read(sheet('表', ['姓名', '开始日期'], ['石磊', '2026-11-01'])), read(sheet('空'))]).toEqual([null, null, null, null]);
  });
});

const WORDS = ['', '值', '班', '白', '夜', '休', '下', '/', '年休', '√', '下夜班'];
const grids = fc.record({
  from: fc.integer({ min: 0, max: 300 }), days: fc.integer({ min: 2, max: 60 }), isShort: fc.boolean(), isNumbered: fc.boolean(),
  people: fc.array(fc.array(fc.constantFrom(...WORDS), { minLength: 60, maxLength: 60 }), { minLength: 1, maxLength: 6 }),
});
const meaning = (mark: string): string => (['', '/', '年休'].includes(mark) ? '' : ['休', '下', '下夜班'].includes(mark) ? '下夜班休整' : '值班');

always('every cell of a grid that says duty or rest is one day of that person, whatever the grid looks like', grids, 300, ({ from, days: count, isShort, isNumbered, people }) => {
  const days = Array.from({ length: count }, (_, at) => addDays('2026-01-01', from + at)).filter((it) => it.startsWith('2026'));
  fc.pre(days.length > 1);
  const named = people.map((marks, at) => ({ name: `人${'甲乙丙丁戊己'[at]}`, marks }));
  const wanted = named.flatMap(({ name, marks }) => days.flatMap((day, at) => (meaning(marks[at] ?? '') === '' ? [] : [`${name} ${day} ${meaning(marks[at] ?? '')}`])));
  const titles = days.map((it) => (isShort ? `${Number(it.slice(5, 7))}月${Number(it.slice(8))}日` : it));
  const before = (number: string, name: string): string[] => (isNumbered ? [number, name] : [name]);
  const got = read(sheet('表', ['2026年值班表'], [...before('警号', '姓名'), ...titles], ...named.map(({ name, marks }) => [...before('1', name), ...marks.slice(0, days.length)])));
  const told = (got?.lines ?? []).flatMap(({ cells }) => (cells.days ?? '').split('、').map((day) => `${cells.name} ${day} ${cells.kind}`));
  expect(told.toSorted()).toEqual(wanted.toSorted());
});
