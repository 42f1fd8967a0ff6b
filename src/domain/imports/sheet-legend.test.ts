import { describe, expect, it } from 'vitest';
import { sheetLegend } from './sheet-legend.ts';

const UNDERSTOOD = ['出勤', '缺勤', '请假', '值班', '迟到', '病假', '培训', '休息', '实到', '轮休', '出差'];
const legend = (...lines: readonly (string | readonly string[])[]) => {
  const { entries, rows } = sheetLegend(lines.map((cells, at) => ({ row: at + 1, cells: typeof cells === 'string' ? [cells] : cells })), (words) => UNDERSTOOD.includes(words));
  return [entries.map(({ mark, words }) => `${mark}${words}`).join(' '), [...rows]];
};

describe('a legend', () => {
  it.each([
    '√出勤 ×缺勤 △请假 值—值班', '图例：“√”表示出勤，“×”表示缺勤，“△”表示请假，“值”表示值班。', '注：√ 出勤；× 缺勤；△ 请假；值：值班', '说明：1.√出勤；2.×缺勤；3.△请假；4.值=值班',
    '√:出勤、×:缺勤、△:请假、值:值班', '(√)出勤　(×)缺勤　(△)请假　值-值班',
  ])('is read from %s', (text) => { expect(legend(text)).toEqual(['√出勤 ×缺勤 △请假 值值班', [1]]); });

  it.each(['出勤√ 缺勤× 请假△', '出勤：√  缺勤：×  请假：△', '出勤“√”、缺勤“×”、请假“△”', '注：出勤用“√”表示，缺勤用“×”表示，请假用“△”表示'])('is read with the words first from %s', (text) => { expect(legend(text)).toEqual(['√出勤 ×缺勤 △请假', [1]]); });

  it('may stand in cells side by side, or one mark a line', () => {
    expect(legend(['图例', '', '√', '出勤', '×', '缺勤'])).toEqual(['√出勤 ×缺勤', [1]]);
    expect(legend('图例：', '√ 出勤', '△ 请假')).toEqual(['√出勤 △请假', [2, 3]]);
    expect(legend('●出差 ○病假 P=培训')).toEqual(['●出差 ○病假 p培训', [1]]);
  });

  it('keeps a sign whose words nobody understands, so that it can be told', () => { expect(legend('√出勤 ×缺勤 ◇列席')).toEqual(['√出勤 ×缺勤 ◇列席', [1]]); });

  it('is not what somebody is marked with, who signs a sheet, or what it counts', () => {
    expect(legend(['1', '石磊', '√', '√', '值', '△'], ['石磊', '√', '病假', '×', '迟到', '出差', '√'], ['石磊', '√(迟到)', '', '×病假'], ['', '出勤', '√', '', ''], '填表人：石磊  审核：方舟', ['实到', '12', '11'], ['党组织', '看守所党支部'], ['合计', '√', '×'], ['活动', '周一集中学习'])).toEqual(['', []]);
  });
});
