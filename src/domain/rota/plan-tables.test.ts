import { describe, expect, test } from 'vitest';
import { placeKey } from '#domain/imports/called-by.ts';
import { headerIn } from '#domain/imports/sheet-header.ts';
import { type LinePlan, lineOf } from '#domain/imports/table-line.ts';
import { type KnownAbsentee, leaveColumns, planLeave } from './leave-table.ts';
import { type KnownPlace, type KnownTeamMate, planTeams, teamColumns } from './team-table.ts';

/** A plan in a line: what is recorded, or what is wrong. */
const told = (it: LinePlan): string => {
  if (it.outcome === 'faulty') return it.faults.map(({ key, rule }) => `${key}：${rule.zh}`).join(' ');
  if (it.outcome === 'there') return it.differs ? 'there, differs' : 'there';
  if (it.outcome === 'completed') return 'completed';
  return it.facts.map(({ kind, standing, state }) => `${kind}${standing === 'proposed' ? ' (proposed)' : ''} ${Object.values(state).map((value) => (typeof value === 'string' ? value : '')).filter((value) => value !== '').join(' ')}`).join(' + ');
};

describe('a table of leave', () => {
  const here = [{ from: '2020-01-01', to: null }];
  const persons = new Map<string, KnownAbsentee>([
    ['020001', { id: 'p1', name: '看守甲', here, away: [{ kind: 'leave', reason: 'sickLeave', from: '2026-03-02', to: '2026-03-06' }] }],
    ['020002', { id: 'p2', name: '看守乙', here: [{ from: '2020-01-01', to: '2026-06-30' }], away: [] }], ['020003', { id: 'me', name: '季平', here, away: [] }],
  ]);
  const words = [{ id: 'sickLeave', zh: '病假', en: 'Sick leave' }, { id: 'annualLeave', zh: '年休假', en: 'Annual leave' }];
  const TITLES = ['姓名', '民警编号', '假别', '起始日期', '截止日期'];
  const planned = (rows: readonly (readonly string[])[], reasons = words, titles = TITLES): readonly LinePlan[] => {
    const header = headerIn(leaveColumns, titles);
    return planLeave(rows.map((cells, at) => lineOf(header, at + 2, cells)), { today: '2026-11-17', open: '2025-01-01', importer: 'me', persons, called: (name) => [...persons.values()].filter((it) => it.name === name), reasonsOn: (day) => (day < '2025-06-01' ? null : reasons) });
  };
  const plan = (rows: readonly (readonly string[])[]): string[] => planned(rows).map(told);

  test('records leave and closed duty; what is there stays, one’s own waits', () => {
    expect(plan([
      ['看守甲', '020001', '病假', '2026.5.6', '2026年5月8日'], ['看守甲', '020001', '病假', '2026-03-02', '2026-03-06'], ['', '020002', '全封闭执勤', '2026-05-01', '2026-05-20'], ['季平', '020003', '年休假', '20260601', '20260605'],
    ])).toEqual(['leave p1 sickLeave 2026-05-06 2026-05-08', 'there', 'closedDuty 2026-05-01 2026-05-20', 'leave (proposed) me annualLeave 2026-06-01 2026-06-05']);
  });

  test('knows a reason by what an office writes for short, and never advises another leave for one it does not know', () => {
    const reasons = [
      { id: 'sickLeave', zh: '病假', en: 'Sick leave' }, { id: 'annualLeave', zh: '年休假或探亲', en: 'Annual leave' }, { id: 'personalLeave', zh: '事假（经批准）', en: 'Personal leave' }, { id: 'trip', zh: '出差办案、出差', en: 'Trip' }, { id: 'course', zh: '培训、出差', en: 'Course' },
    ];
    const tried = ['事假', '探亲', '出差', '年修假', '婚假'].map((word, at) => ['', '020003', word, `2026-0${at + 1}-05`, `2026-0${at + 1}-06`]);
    expect(planned(tried, reasons).map((it) => (it.outcome === 'faulty' ? it.faults[0]?.suggestion.zh : told(it)))).toEqual([
      'leave (proposed) me personalLeave 2026-01-05 2026-01-06', 'leave (proposed) me annualLeave 2026-02-05 2026-02-06',
      expect.stringMatching(/^方案中没有的假别/), '是不是“年休假或探亲”？', expect.stringMatching(/^方案中没有的假别/),
    ]);
  });

  test('knows 公休 and 出差 where the scheme has one reason for it, and says where a secondment is entered', () => {
    const reasons = [{ id: 'annualLeave', zh: '年休假', en: 'Annual leave' }, { id: 'trip', zh: '出差办案', en: 'Away on a case' }];
    const tried = ['公休', '年假', '出差', '公出', '借调'].map((word, at) => ['', '020003', word, `2026-0${at + 1}-05`, `2026-0${at + 1}-06`]);
    expect(planned(tried, reasons).map((it) => (it.outcome === 'faulty' ? it.faults[0]?.suggestion.zh : told(it)))).toEqual([
      'leave (proposed) me annualLeave 2026-01-05 2026-01-06', 'leave (proposed) me annualLeave 2026-02-05 2026-02-06', 'leave (proposed) me trip 2026-03-05 2026-03-06', 'leave (proposed) me trip 2026-04-05 2026-04-06',
      expect.stringContaining('点“登记借调”')]);
  });

  test('takes 借调 for a reason where the scheme has one', () => {
    expect(planned(['借调', '抽调'].map((word, at) => ['', '020003', word, `2026-0${at + 1}-05`, `2026-0${at + 1}-06`]), [{ id: 'secondedOut', zh: '借调外单位（三个月以内）', en: 'Seconded' }]).map(told)).toEqual([
      'leave (proposed) me secondedOut 2026-01-05 2026-01-06', 'leave (proposed) me secondedOut 2026-02-05 2026-02-06']);
  });

  test('knows people by name, and both days in one cell', () => {
    const titles = ['姓名', '单位', '请假类别', '起止时间'];
    expect(planned([
      ['看守甲', '看守所', '病假', '2026-05-06至2026-05-08'], ['看守甲', '', '年休假', '2026.7.1-7.10'], ['季平', '', '病假', '2026年6月28日—7月3日'], ['季平', '', '病假', '2026-08-03'],
      ['看守甲', '', '病假', '7.1-7.10'], ['看守癸', '', '病假', '2026-05-06'], ['看守乙', '', '病假', '2026-07-01至02'],
    ], words, titles).map(told)).toEqual([
      'leave p1 sickLeave 2026-05-06 2026-05-08', 'leave p1 annualLeave 2026-07-01 2026-07-10', 'leave (proposed) me sickLeave 2026-06-28 2026-07-03', 'leave (proposed) me sickLeave 2026-08-03 2026-08-03',
      'spell：读不出是哪天到哪天。', 'name：没有“看守癸”这个人，或者其 2026-05-06 不在您登记的党组织。', 'name：没有“看守乙”这个人，或者其 2026-07-01 不在您登记的党组织。']);
    persons.set('020009', { id: 'p9', name: '看守甲', here, away: [] });
    expect(planned([['看守甲', '', '病假', '2026-05-06']], words, titles).map(told)).toEqual(['name：有 2 人叫“看守甲”。']);
    persons.delete('020009');
  });

  test('says what is wrong: who, why, when', () => {
    expect(plan([
      ['看守甲', '020001', '病假', '2026-03-05', '2026-03-09'], ['看守乙', '020002', '病假', '2026-07-01', '2026-07-02'], ['看守丙', '020001', '病价', '2026-08-05', '2026-08-01'], ['', '020001', '病假', '2024-12-31', '2024-12-31'],
      ['', '020001', '病假', '2025-03-01', '2025-03-02'], ['', '', '', '', ''], ['', '020001', '年休假', '2026-09-01', '2026-09-05'], ['', '020001', '病假', '2026-09-05', '2026-09-05'],
    ])).toEqual([
      expect.stringContaining('from：与该同志 2026-03-02 至 2026-03-06 的请假登记重叠'), 'number：没有这个编号，或者其 2026-07-01 不在您登记的党组织。', expect.stringMatching(/^to：结束日期早于开始日期.* name：该编号在系统中是“看守甲”。 reason：只能是：病假、年休假、全封闭执勤。$/),
      expect.stringContaining('from：'), expect.stringContaining('from：2025-03-01 没有已启用的考核方案'), 'number：此项必填。 reason：此项必填。 from：此项必填。 to：此项必填。', 'leave p1 annualLeave 2026-09-01 2026-09-05', 'from：与第 8 行同一人的日期重叠。']);
  });
});

describe('a table of shift teams', () => {
  const place: KnownPlace = { id: 'detention', name: '看守所党支部', teams: new Map([['一班', { team: 't1', from: '2025-01-01', to: null }]]) };
  const homes = [{ places: ['detention', 'organs'], from: '2020-01-01', to: null }];
  const persons = new Map<string, KnownTeamMate>([
    ['020001', { id: 'p1', name: '看守甲', homes, placements: [{ team: 't1', from: '2025-01-01', to: null }] }], ['020002', { id: 'p2', name: '看守乙', homes, placements: [] }],
    ['020003', { id: 'p3', name: '看守丙', homes, placements: [] }], ['020004', { id: 'p4', name: '指挥甲', homes: [{ places: ['command'], from: '2020-01-01', to: null }], placements: [] }],
  ]);
  const plan = (rows: readonly (readonly string[])[]): string[] => {
    const header = headerIn(teamColumns, ['所在党支部', '班组名称', '班制', '首班日期', '编入日期', '警号', '姓名']);
    return planTeams(rows.map((cells, at) => lineOf(header, at + 2, cells)), { open: '2025-01-01', importer: 'p3', places: new Map([[placeKey('看守所党支部'), place]]), persons, newId: () => 'new' }).map(told);
  };

  test('makes teams that are new once, places people, and leaves who is there', () => {
    expect(plan([
      ['看守所党支部', '二班', '三班两运转', '2026-01-02', '2026-02-01', '020002', '看守乙'], ['看守所党支部', '二班', '', '', '2026-01-05', '020003', '看守丙'], ['看守所党支部', '一班', '', '', '2026-01-01', '020001', '看守甲'],
    ])).toEqual(['shiftTeam detention 2026-01-02 2026-01-05 + teamPlacement p2 new 2026-02-01', 'teamPlacement (proposed) p3 new 2026-01-05', 'there']);
  });

  test('says what is wrong: a place, a team without a cycle, people who are elsewhere', () => {
    expect(plan([
      ['无此支部', '一班', '', '', '2026-01-01', '', ''], ['看守所党支部', '三班', '', '', '2026-01-01', '020002', ''], ['看守所党支部', '四班', '五班倒', '2026-01-01', '2026-01-01', '020002', ''], ['看守所党支部', '一班', '', '', '2026-01-01', '020004', ''],
      ['看守所党支部', '五班', '上24休48', '2026-01-01', '2026-01-01', '020001', '看守甲'], ['看守所党支部', '一班', '', '', '2026-01-01', '020002', '看守甲'], ['看守所党支部', '一班', '', '', '2024-12-31', '', '看守乙'],
    ])).toEqual([
      'organisation：没有这个党组织，或者不由您登记班次。', 'cycle：系统中没有这个班组，新建须填倒班方式和轮班首日。', expect.stringContaining('cycle：只能是：三班两运转'), expect.stringContaining('number：没有这个编号'),
      'team：该同志已编入另一班组，导入不调整已有的班组。', 'name：该编号在系统中是“看守乙”。', expect.stringMatching(/from：.*number：有姓名的行须填编号。/)]);
  });
});
