import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { readScheme } from '#server/schemes/read-scheme.ts';
import { markKey, markOf, marksToOffer, meaningOf, meaningsOf } from '#domain/activities/grid/mark-meaning.ts';

const read = readScheme(readFileSync('schemes/dezhou.yaml', 'utf8'));
if (!('scheme' in read)) throw new Error('the sample scheme cannot be read');
const { scheme } = read;
const means = (...cells: readonly string[]) => cells.map((cell) => meaningOf(markKey(cell), scheme));

it('takes marks for what offices mean by them', () => {
  expect(new Set(means('√', '✓', 'TRUE', '1', ' 出勤 ', '实到', '１'))).toEqual(new Set(['present']));
  expect(new Set(means('×', 'Ｘ', '缺', '缺 席', '0'))).toEqual(new Set(['absent']));
  expect(means('迟到', '', '—', '值班', '下夜班', '病假', '请假', '出差', '借调', '全封闭执勤')).toEqual(['late', 'unmarked', 'unmarked', 'onDuty', 'postNightRest', 'sickLeave', 'personalLeave', 'caseTrip', 'secondment', 'closedDuty']);
  expect(means('△', '17', '来补')).toEqual([null, null, null]);
  expect(means('补', '补学', '值班补', '补3.12', '事假（补）', '缺补', '补休')).toEqual(['madeUp', 'madeUp', 'madeUp', 'madeUp', 'madeUp', 'madeUp', 'postNightRest']);
});

it('a reason that exempts excuses, another explains the absence', () => {
  expect([...['sickLeave', 'personalLeave', 'late', 'unmarked', 'nothing'].map((it) => markOf(it, '', scheme)), ...['补', '值班补', '事假补'].map((it) => markOf('madeUp', it, scheme))]).toEqual([
    { mark: 'excused', reason: 'sickLeave' }, { mark: 'absent', reason: 'personalLeave' }, { mark: 'late', reason: null }, null, null,
    null, { mark: 'excused', reason: 'onDuty' }, { mark: 'absent', reason: 'personalLeave' }]);
  expect(meaningsOf(scheme).map(({ id }) => id)).toEqual(expect.arrayContaining(['present', 'late', 'absent', 'unmarked', 'onDuty']));
});

it('offers a mark for every meaning but the blank and a second word for absence, each understood as what it is offered for', () => {
  const offered = marksToOffer(scheme);
  expect(offered.slice(0, 4).map(({ mark, label }) => `${mark} ${label.zh}`)).toEqual(['√ 实到', '迟到 迟到早退', '缺 缺席', '补 未到，已补学']);
  expect(offered.map(({ mark }) => meaningOf(markKey(mark), scheme))).toEqual(meaningsOf(scheme).map(({ id }) => id).filter((id) => id !== 'unmarked' && id !== 'absentWithoutReason'));
});
