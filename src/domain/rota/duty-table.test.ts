import { describe, expect, test } from 'vitest';
import { plainName, plainText } from '#domain/imports/cell-text.ts';
import { daysInCell } from './duty-days.ts';
import { type DutyGround, type DutyKey, type KnownOnDuty, planDuties } from './duty-table.ts';

describe('days in one cell', () => {
  test.each([
    ['2026-11-03', ['2026-11-03']], ['46329', ['2026-11-03']], ['2026年11月3日（周二）', ['2026-11-03']],
    ['2026-11-03、10、17日', ['2026-11-03', '2026-11-10', '2026-11-17']], ['2026-11-03,11.10;11月17日', ['2026-11-03', '2026-11-10', '2026-11-17']],
    ['2026-11-03 2026-11-10', ['2026-11-03', '2026-11-10']], ['2026 年 11 月 3 日', ['2026-11-03']], ['2026-11-03\n2026-11-10', ['2026-11-03', '2026-11-10']],
    ['2026-11-03至05', ['2026-11-03', '2026-11-04', '2026-11-05']], ['2026年12月30日~1月2日', ['2026-12-30', '2026-12-31', '2027-01-01', '2027-01-02']], ['2026-12-28、1月4日', ['2026-12-28', '2027-01-04']],
  ] as const)('%s', (text, days) => { expect(daysInCell(plainText(text))).toEqual(days); });

  test('that are none, say no year, run backwards or are too many are not read', () => {
    expect(['2026-02-30', '11月3日', '每周一', '2026-11-05至03', '2026-01-01至2026-12-31', '2026-11-03、32', ''].map(daysInCell)).toEqual([null, null, null, null, null, null, null]);
  });
});

const person = (number: string, name: string, over: Partial<KnownOnDuty> = {}): KnownOnDuty => ({ id: number, number, name, here: [{ from: '2026-01-01', to: null }], away: [], ...over });
const PEOPLE = [person('020001', '石磊'), person('020002', '方舟'), person('1', '张三'), person('2', '张三'), person('020003', '石坚', { away: [{ reason: 'sickLeave', from: '2026-11-01', to: '2026-11-10' }] }), person('020004', '调走', { here: [{ from: '2026-01-01', to: '2026-06-30' }] })];
const ground: DutyGround = { open: '2026-01-01', importer: '020002', persons: PEOPLE, reasonOn: (day, kind) => (day < '2026-02-01' ? null : kind === 'shift' ? 'onDuty' : 'rest') };
const planned = (...cells: readonly Partial<Record<DutyKey, string>>[]) => planDuties(cells.map((it, at) => ({ row: at + 2, text: (key) => plainText(it[key] ?? ''), name: (key) => plainName(it[key] ?? ''), indent: () => 0, has: (key) => key in it })), ground).map((it) => {
  if (it.outcome === 'created') return it.facts.map(({ standing, state }) => [...Object.values(state), standing].join(' '));
  return it.outcome === 'faulty' ? it.faults.map(({ key, rule }) => `${key} ${rule.zh}`) : it.outcome;
});

describe('a table of duty', () => {
  test('is a row for each day or for each person, by name or number, the nought lost or not', () => {
    expect(planned({ days: '2026-11-20', leader: '石 磊', name: '方舟' }, { days: '2026-11-21、22', number: '20001' }, { days: '2026-11-23', number: '020001、020002', name: '方舟 石磊' }, { days: '2026-11-24', name: '石磊', kind: '下夜班' })).toEqual([
      ['020002 onDuty 2026-11-20 2026-11-20 proposed', '020001 onDuty 2026-11-20 2026-11-20 counted'], ['020001 onDuty 2026-11-21 2026-11-21 counted', '020001 onDuty 2026-11-22 2026-11-22 counted'],
      ['020001 onDuty 2026-11-23 2026-11-23 counted', '020002 onDuty 2026-11-23 2026-11-23 proposed'], ['020001 rest 2026-11-24 2026-11-24 counted']]);
  });

  test('tells who and when cannot be, and what stands twice', () => {
    expect(planned(
      { days: '2026-11-20', name: '张三' }, { days: '2026-11-20', name: '王五' }, { days: '2026-11-05', name: '石坚' }, { days: '2026-11-20', name: '调走' }, { days: '2025-12-31', name: '石磊' },
      { days: '2026-01-05', name: '石磊' }, { days: '2026-11-20', name: '石磊' }, { days: '2026-11-20', name: '石磊、方舟' }, { days: '2026-11-20', number: '020001', name: '方舟' }, { days: '2026-11-20', name: '石磊', kind: '巡逻' },
    )).toEqual([
      ['name 有几名“张三”。'], ['name 没有“王五”这个人，或者不在您登记的党组织。'], [expect.stringMatching(/^days .*2026-11-01/)], ['name “调走”2026-11-20 不在您登记的党组织。'], [expect.stringMatching(/^days .*2025/)],
      [expect.stringContaining('days 2026-01-05 没有施行考核方案')], ['020001 onDuty 2026-11-20 2026-11-20 counted'], ['days “石磊”2026-11-20 与第 8 行重复。'], ['name 警号与姓名“方舟”不是同一人。'], ['kind 只能是：值班、下夜班休整。']]);
  });
});
