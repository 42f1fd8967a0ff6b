import { describe, expect, test } from 'vitest';
import { Refused } from '#domain/contracts/refusal.ts';
import type { SheetLines } from './reshaped-table.ts';
import { rosterSheets } from './roster-sheets.ts';

const sheet = (name: string, ...rows: readonly (readonly string[])[]): SheetLines => ({ sheet: name, merged: [], lines: rows.map((cells, at) => ({ row: at + 1, cells })) });
const TITLES = ['序号', '警号', '姓名', '入党时间', '转正时间', '人员身份'];
const DETENTION = sheet('看守所', ['党员花名册'], TITLES, ['1', '370001', '石磊', '2010-07-01', '2011-07-01', '民警'], ['2', '370002', '方舟', '2026-06-01', '预备期', '民警'], ['合计', '', '2人']);
const read = (sheets: readonly SheetLines[], fileName = '花名册.xlsx') => {
  const roster = rosterSheets(sheets, fileName);
  const at = (key: 'number' | 'branch' | 'stage' | 'post'): number => roster?.header.at.get(key) ?? -1;
  return { rows: roster?.lines.map(({ cells, place }) => [`${place.sheet} ${place.row}`, cells[at('number')], cells[at('branch')], cells[at('stage')], cells[at('post')]].filter((it) => it !== undefined).join(' ')), said: roster?.notices.map(({ zh }) => zh).join('\n') ?? '', roster };
};

describe('a roster of one sheet for each branch', () => {
  test('is one table; cover and summary are passed over and said', () => {
    const { rows, said } = read([sheet('封面', ['示例市公安局党员花名册']), DETENTION, sheet('刑侦大队', TITLES, ['1', '370003', '石坚', '2012-07-01', '', '民警']), sheet('汇总', ['党支部', '党员数'], ['看守所', '2'])]);
    expect(rows).toEqual(['看守所 3 370001 看守所 正式党员', '看守所 4 370002 看守所 预备党员', '刑侦大队 2 370003 刑侦大队 正式党员']);
    expect(said).toContain('没有读取：封面、汇总。');
    expect(said).toContain('正式党员 2 人，预备党员 1 人，非党员 0 人');
    expect(said).toContain('1 人没有写明转正日期，按正式党员认定，请核对是否预备党员：“刑侦大队”第 2 行');
  });

  test('tells by its title of which branch it is, by the name of the file only where it is one sheet', () => {
    const told = (sheets: readonly SheetLines[]) => read(sheets, '看守所党员花名册.xlsx').roster?.lines.map((it) => it.told);
    expect(told([sheet('Sheet1', ['党员花名册'], TITLES, ['1', '370001', '石磊', '2010-07-01', '', '民警'])])).toEqual([{ sheet: 'Sheet1', titles: ['党员花名册', '看守所党员花名册'] }]);
    expect(told([DETENTION, sheet('Sheet2', TITLES, ['1', '370003', '石坚', '2012-07-01', '', '民警'])])?.at(-1)).toEqual({ sheet: 'Sheet2', titles: [] });
  });

  test('believes a cell of the branch before the sheet', () => {
    const { rows, roster } = read([sheet('全局', ['警号', '姓名', '人员身份', '入党时间', '所在党支部'], ['370001', '石磊', '民警', '2010-07-01', '看守所党支部'], ['370002', '方舟', '民警', '2010-07-01', ''])]);
    expect([rows, roster?.lines.map(({ told }) => told?.sheet)]).toEqual([['全局 2 370001 看守所党支部 正式党员', '全局 3 370002 全局 正式党员'], [undefined, '全局']]);
  });

  test('leaves open whether somebody is a member whom nothing calls one', () => {
    expect(read([sheet('看守所', TITLES, ['1', '370001', '石磊', '', '', '民警'], ['2', '370002', '方舟', '群众', '', '辅警'])], '名册.xlsx').rows).toEqual(['看守所 2 370001 看守所 ', '看守所 3 370002 看守所 非党员']);
    const refusal = (): unknown => read([sheet('看守所', ['警号', '姓名', '人员身份'], ['370001', '石磊', '民警'])], '名册.xlsx');
    expect(refusal).toThrow(Refused);
    expect(refusal).toThrow(expect.objectContaining({ refusal: expect.objectContaining({ words: expect.objectContaining({ zh: expect.stringContaining('人员类别') }) }) }));
  });

  test('says of a sheet beside them what it lacks', () => {
    expect(read([DETENTION, sheet('通讯录', ['姓名', '手机'], ['石磊', '13800000000'])]).said).toContain('工作表“通讯录”没有读取，表头中缺少：人员身份、警号。');
  });

  test('takes posts only where all sheets have them: an empty cell would end them', () => {
    const posts = sheet('刑侦大队', [...TITLES, '党内职务'], ['1', '370003', '石坚', '2012-07-01', '2013-07-01', '民警', '书记']);
    expect(read([posts]).rows).toEqual(['刑侦大队 2 370003 刑侦大队 正式党员 书记']);
    const { rows, roster } = read([posts, DETENTION]);
    expect([rows?.[0], roster?.header.others]).toEqual(['刑侦大队 2 370003 刑侦大队 正式党员', ['党内职务']]);
  });
});
