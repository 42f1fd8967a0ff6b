import { writeXlsx, type CellValue } from 'hucre/xlsx';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { recordSession } from '#domain/activities/contract.ts';
import * as grids from '#domain/activities/grid/grid-contract.ts';
import { readBranchScore } from '#domain/assessments/contract.ts';
import { confirmSelfCheck, readSelfCheck } from '#domain/months/self-check-contract.ts';
import { foundOrganisation } from '#domain/orgs/contract.ts';
import { recordInclusion, withdrawInclusion } from '#domain/orgs/inclusion-contract.ts';
import { enterPerson } from '#domain/people/contract.ts';
import { readPoints } from '#domain/points/contract.ts';
import { recordLeave } from '#domain/rota/absence-contract.ts';
import { adoptScheme } from '#domain/schemes/contract.ts';
import { announceYears } from '#test/announced-years.ts';
import { testBureau, type TestBureau } from '#test/app.ts';
import { mondays } from '#test/engine-story.ts';
import { runJobs } from '#test/run-jobs.ts';

/**
 * A bureau of one's own in its first month. November 2026: the scheme of the year is put into force, one new branch of four
 * brings ten months of attendance from Excel, and everything else begins on the day of inclusion.
 *
 * The sheet of January to October has the 43 Mondays from 5 January to 26 October; 16 February (Spring Festival) and
 * 5 October (National Day) are empty, so 41 sessions. Worked by hand, present in hundredths of an attendance:
 *
 *              Jan–Oct                                           November (5 Mondays)      together
 *   一鸣       41 present of 41                                   5 of 5                    46    / 46
 *   二川       4 × 病假 leave 37; 2 × 缺: 35 of 37                 9 Nov absent: 4 of 5      39    / 42
 *   三石       joined on 1 June: 22 Mondays less 5 October = 21;
 *              once late: 20.5 of 21                              5 of 5                    25.5  / 26
 *   四海       on sick leave all March, 5 Mondays left empty in
 *              the sheet: 36 present of 36                        5 of 5                    41    / 41
 *   the branch, pooled                                                                151.5 / 155
 *
 *   item                       reckoning                                                    mark
 *   周一集中学习 50.00         50.00 × 151.5 ÷ 155 = 48.8709…                                48.87
 *   主题党日 每月一次 30.00     January to October 未纳入; November held: 30.00 × 1 ÷ 1      30.00
 *   党课 每季三次 20.00         first three quarters 未纳入; of the fourth November and
 *                              December count: 3 × 2 ÷ 3 = 2, held 2: 20.00 × 1 ÷ 1         20.00
 *   self-check of November                                                                  98.87
 *
 * Points of members, 100.00 × own share: 二川 100 × 39 ÷ 42 = 92.857… = 92.86; 三石 100 × 25.5 ÷ 26 = 98.0769… = 98.08.
 * Without the day of inclusion the theme days would be 1 of 11 and the lectures 0 of 3: 48.87 + 2.73 + 0.00 = 51.60.
 */
const SCHEME = `
scheme: first-year
version: 1
label: { zh: 首年考核方案, en: Scheme of the first year }
takesEffect: 2026-01-01
source: { zh: 测试用, en: For a test }
activities:
  - { id: mondayStudy, label: { zh: 周一集中学习, en: Monday study }, audience: members, heldBy: branch, weekday: monday, from: 19:00, to: 21:00 }
  - { id: themeDay, label: { zh: 主题党日, en: Theme day }, audience: members, heldBy: branch, from: 15:00, to: 17:00 }
  - { id: lecture, label: { zh: 党课, en: Party lecture }, audience: members, heldBy: branch, from: 15:00, to: 17:00 }
excuses:
  - { id: sickLeave, label: { zh: 病假, en: Sick leave }, exempts: true, makeUp: no, shownAs: leave }
points:
  kind: part
  id: total
  label: { zh: 党员积分, en: Points }
  clause: 第三条
  full: 100.00
  missing: zero
  children:
    - { kind: rule, id: studied, label: { zh: 参加学习, en: Study }, clause: 第三条, match: { activities: [mondayStudy], part: attendance }, value: { kind: share, full: 100.00 } }
indicators:
  kind: part
  id: score
  label: { zh: 支部考核, en: Score of a branch }
  clause: 第五条
  full: 100.00
  combine: sum
  missing: required
  children:
    - kind: part
      id: life
      label: { zh: 组织生活, en: Organisational life }
      clause: 第六条
      full: 100.00
      combine: sum
      missing: renormalise
      children:
        - { kind: rule, id: study, label: { zh: 周一集中学习, en: Monday study }, clause: 第六条, match: { activities: [mondayStudy], part: attendance }, value: { kind: share, full: 50.00 } }
        - { kind: rule, id: themeDays, label: { zh: 主题党日, en: Theme days }, clause: 第六条, match: { activities: [themeDay] }, value: { kind: duty, full: 30.00, per: month } }
        - { kind: rule, id: lectures, label: { zh: 党课, en: Lectures }, clause: 第六条, match: { activities: [lecture] }, value: { kind: duty, full: 20.00, per: quarter, atLeast: 3 } }
filing: { due: 5, lock: 10, lateDays: 60, objectionDays: 5, answerDays: 5, reviewDays: 10 }
`;

let bureau: TestBureau;
vi.setConfig({ testTimeout: 120_000 });
beforeAll(async () => {
  bureau = await testBureau(null, 'none');
  await bureau.within(announceYears, '2026-01-02T08:00:00+08:00');
});
afterAll(() => bureau.drop());

const MEMBERS = [['Y1', '一鸣', '2026-01-01'], ['Y2', '二川', '2026-01-01'], ['Y3', '三石', '2026-06-01'], ['Y4', '四海', '2026-01-01']] as const;
const YEAR = mondays('2026-01-01', '2026-10-31');

/** The office's own sheet, in its habits: month and day alone, the year in the title, reasons in small words, sums below. */
function sheetOfTheYear(): CellValue[][] {
  const cell = (name: string, day: string): string => {
    if (day === '2026-02-16' || day === '2026-10-05' || (name === '三石' && day < '2026-06-01') || (name === '四海' && day.startsWith('2026-03'))) return '';
    if (name === '二川') return day.startsWith('2026-04') ? '病假' : day === '2026-05-04' || day === '2026-09-07' ? '缺' : '√';
    return name === '三石' && day === '2026-07-13' ? '迟到' : '√';
  };
  return [
    ['第二看守所党支部 2026 年周一集中学习签到表'], ['序号', '警号', '姓名', ...YEAR.map((day) => `${Number(day.slice(5, 7))}月${Number(day.slice(8))}日`), '备注'],
    ...MEMBERS.map(([number, name], at) => [at + 1, number, name, ...YEAR.map((day) => cell(name, day)), '']), ['合计', '', '', ...YEAR.map(() => 4)],
  ];
}

it('a bureau that begins in November brings ten months from Excel, and its self-check of November is right to the hundredth', async () => {
  const office = bureau.as('dangwu');
  await office.call(adoptScheme, { text: SCHEME, from: '2026-01-01' });
  await office.call(recordInclusion, { organisation: bureau.cast.organisation.bureau, version: null, from: '2026-11-01' });
  const { id: branch } = await office.call(foundOrganisation, { category: '631', number: 'A120', name: '中共示例市第二看守所支部委员会', shortName: '第二看守所党支部', founded: '2026-01-01', parent: bureau.cast.organisation.organs });
  const people = new Map<string, string>();
  for (const [number, name, from] of MEMBERS) {
    const { id } = await office.call(enterPerson, { number, name, gender: null, birthDate: null, details: {}, organisation: branch, group: null, stage: 'full', staffKind: 'officer', from });
    people.set(name, id);
  }
  await bureau.as('fangmin').call(recordLeave, { organisation: branch, person: people.get('四海') ?? '', reason: 'sickLeave', from: '2026-03-01', to: '2026-03-31' });

  const file = await writeXlsx({ sheets: [{ name: '第二看守所党支部', rows: sheetOfTheYear() }] });
  const { id } = await bureau.as('fangmin').call(grids.checkAttendanceTable, { fileName: '二看签到.xlsx', activity: 'mondayStudy' }, { file });
  await runJobs(bureau);
  const { checked } = await bureau.as('fangmin').call(grids.readAttendanceImport, { import: id });
  expect(checked).toMatchObject({ created: 41, there: 0, faulty: 0, problems: [], sheets: [{ people: 4 }] });
  await bureau.as('fangmin').call(grids.carryOutAttendanceTable, { import: id, skipFaulty: false });
  await runJobs(bureau);
  expect((await bureau.as('fangmin').call(grids.readAttendanceImport, { import: id })).outcome).toMatchObject({ created: 41, leftOut: 0 });

  bureau.setNow('2026-12-02T09:00:00+08:00');
  const held = (activity: string, day: string, absent: readonly string[] = []) => bureau.as('fangmin').call(recordSession, {
    organisation: branch, arranged: null, activities: [activity], contents: [], topic: '政治理论', period: '2026-11', reason: '', sittings: [{ day, from: '19:00', to: '21:00', place: '' }],
    host: null, minuteTaker: null, speakers: [], exchanges: [], attendees: [], lecturer: '', material: '', otherAttendees: '', agenda: [], resolutions: [], discussion: '',
    marks: absent.map((name) => ({ person: people.get(name) ?? '', mark: 'absent' as const, reason: null, sitting: 0 })), allPresent: true,
  });
  for (const day of mondays('2026-11-01', '2026-11-30')) await held('mondayStudy', day, day === '2026-11-09' ? ['二川'] : []);
  await held('themeDay', '2026-11-18');
  for (const day of ['2026-11-11', '2026-11-25']) await held('lecture', day);

  const sheet = await office.call(readSelfCheck, { organisation: branch, period: '2026-11' });
  expect(sheet.aspects.flatMap(({ items }) => items).map(({ item, mark }) => [item, mark])).toEqual([['study', 4887], ['themeDays', 3000], ['lectures', 2000]]);
  expect(sheet.total, 'the self-check is not the sheet worked by hand').toBe(9887);
  const points = async (name: string) => (await office.call(readPoints, { person: people.get(name) ?? '', year: 2026 })).total;
  expect([await points('一鸣'), await points('二川'), await points('三石'), await points('四海')]).toEqual([10_000, 9286, 9808, 10_000]);
  const score = await office.call(readBranchScore, { organisation: branch, year: 2026 });
  expect(JSON.stringify(score.grounds)).toContain('"state":"outside"');
  // The same without the day of inclusion: ten months of gaps.
  await office.call(withdrawInclusion, { organisation: bureau.cast.organisation.bureau, version: 1 });
  expect((await office.call(readSelfCheck, { organisation: branch, period: '2026-11' })).total).toBe(5160);
  expect(await office.refusal(confirmSelfCheck, { organisation: branch, period: '2026-11', version: null, seconds: 60 })).toBe('NotAllowed');
});
