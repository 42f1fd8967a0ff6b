import { describe, expect, it } from 'vitest';
import { mondays, type Story, story } from '#test/engine-story.ts';
import { brokenGrounds } from '#test/grounds-combine.ts';
import { adopted, fixed, hours, limit, part, rule, schemeOf, share } from '#test/scheme-parts.ts';
import type { Grounds } from './evaluation.ts';
import { explain } from './explain.ts';
import { member } from './subject.ts';

/** C.5 of the sample bureau, the part 参加学习教育: 16 + 12 + 8 + 4. */
const study = [adopted(schemeOf([part('study', [
  rule('mondayShare', share(1600)),
  rule('lifeShare', share(1200), { activities: ['themePartyDay', 'partyLecture'] }),
  rule('studyHours', hours(800, 32), { activities: ['mondayStudy'] }),
  part('teaching', [
    rule('lecture', fixed(200), { activities: ['partyLecture'], part: 'speaker' }),
    rule('exchange', fixed(50), { activities: ['mondayStudy', 'partyLecture'], part: 'exchange' }),
  ], { full: 400, limits: [limit('ceiling', 400, 'year', 'teachingYear')] }),
], { full: 4000, missing: 'renormalise' })]))];

function groundsOf(told: Story, person: string, schemes = study): Grounds {
  const grounds = explain(told.evaluate(schemes).reading, member(person), 2026);
  if (!grounds) throw new Error('no scheme in force');
  expect(brokenGrounds(grounds)).toEqual([]);
  return grounds;
}

function at(grounds: Grounds, ...ids: string[]): Grounds {
  const [id, ...rest] = ids;
  if (id === undefined) return grounds;
  const child = grounds.children.find((one) => one.id === id);
  if (!child) throw new Error(`${id} is not among ${grounds.children.map((one) => one.id).join(', ')}`);
  return at(child, ...rest);
}

/** The worked example of C.5: 28 Mondays expected after 20 excused, 20 attended, 6 made up; 29 of 30; 41 hours; one lecture. */
function workedExample(): { told: Story; person: string } {
  const told = story();
  const person = told.member(told.branchA);
  mondays('2026-01-01', '2026-12-31').slice(0, 48).forEach((day, week) => {
    const longer = { sittings: [{ day, from: '19:00', to: week === 0 ? '20:00' : '20:36' }] };
    if (week < 20) told.held(told.branchA, day, { present: [person], ...longer });
    else if (week < 40) told.held(told.branchA, day, { excused: { [person]: 'calledOut' }, ...longer });
    else {
      const session = told.held(told.branchA, day, longer);
      if (week < 46) told.book.record('makeUp', { session, person, day, way: 'reading' });
    }
  });
  for (let meeting = 0; meeting < 30; meeting += 1) {
    const day = `2026-${String(1 + (meeting % 12)).padStart(2, '0')}-${String(10 + Math.floor(meeting / 12)).padStart(2, '0')}`;
    const lecture = meeting === 0 ? { activities: ['themePartyDay', 'partyLecture'], speakers: [person] } : { activities: ['themePartyDay'] };
    told.held(told.branchA, day, { ...lecture, ...(meeting < 29 ? { present: [person] } : {}) });
  }
  return { told, person };
}

describe('The worked example', () => {
  it('comes to 14.86, 11.60, 8.00 and 2.00, together 36.46, and every level combines to the one above', () => {
    const { told, person } = workedExample();
    const grounds = groundsOf(told, person);
    expect(at(grounds, 'study').children.map(({ id, value }) => [id, value])).toEqual([
      ['mondayShare', 1486], ['lifeShare', 1160], ['studyHours', 800], ['teaching', 200],
    ]);
    expect([grounds.value, at(grounds, 'study').full]).toEqual([3646, 4000]);
  });

  it('says each rule in general words', () => {
    const { told, person } = workedExample();
    const grounds = at(groundsOf(told, person), 'study');
    const words = (...ids: string[]) => at(grounds, ...ids).rule?.words;
    expect(words('mondayShare')).toEqual({
      zh: '16.00 ×（实到 + 补学）÷ 应到',
      en: '16.00 × (present + made up) ÷ expected',
    });
    expect(words('studyHours')?.zh).toBe('8.00 × 学时 ÷ 目标学时，最多 8.00');
    expect(words('teaching', 'lecture')?.zh).toBe('每次 2.00 分');
  });

  it('leads down to the evening', () => {
    const { told, person } = workedExample();
    const january = at(groundsOf(told, person), 'study', 'mondayShare', 'mondayShare 2026-01');
    expect(january.label).toEqual({ zh: '1月', en: 'January' });
    expect(january.how).toMatchObject({ kind: 'window', present: 4, expected: 4 });
    expect(january.children[0]?.label.zh).toBe('01-05 mondayStudy');
    expect(january.children[0]?.how).toMatchObject({
      kind: 'fact', fact: { status: 'present', day: '2026-01-05', minutes: 60, recordedOn: '2026-12-31', lateDays: 360 },
    });
  });
});

describe('Grounds', () => {
  it('show what a limit took as a row of its own', () => {
    const told = story();
    const person = told.member(told.branchA);
    for (const day of mondays('2026-11-01', '2026-11-30')) told.held(told.branchA, day, { activities: ['partyLecture'], speakers: [person] });
    const teaching = at(groundsOf(told, person), 'study', 'teaching');
    expect(at(teaching, 'lecture')).toMatchObject({ value: 1000, how: { kind: 'each', each: 200, times: 5 } });
    expect(at(teaching, 'teachingYear 2026')).toMatchObject({
      value: -600, how: { kind: 'limit', bound: 'ceiling', before: 1000, at: 400 }, label: { zh: '每年最多 4.00 分' },
    });
  });

  it('show what waits and what another rule outdid, and add neither', () => {
    const told = story();
    const person = told.member(told.branchA);
    const shared = { activities: ['partyLecture'], speakers: [person], exchanges: [person] };
    const both = told.held(told.branchA, '2026-11-16', shared);
    const waiting = told.held(told.branchA, '2026-11-17', shared, { by: person });
    const teaching = at(groundsOf(told, person), 'study', 'teaching');
    const leaves = (id: string) => at(teaching, id).children.map(({ value, how }) => (how.kind === 'fact' ? [how.fact.factId, how.fact.status, value] : []));
    expect(leaves('lecture')).toEqual([[both, 'counted', 200], [waiting, 'proposed', 0]]);
    expect(leaves('exchange')).toEqual([[both, 'outdone', 0], [waiting, 'proposed', 0]]);
  });

  it('show a session that nobody confirmed yet among the months, without counting it', () => {
    const told = story();
    const person = told.member(told.branchA);
    const session = told.held(told.branchA, '2026-11-16', { present: [person] }, { by: told.member(told.branchA), standing: 'proposed' });
    const monday = at(groundsOf(told, person), 'study', 'mondayShare');
    expect(monday.how).toEqual({ kind: 'noBasis', missing: 'renormalise' });
    expect(at(monday, 'mondayShare 2026-11').children.map(({ how }) => how.kind === 'fact' && [how.fact.factId, how.fact.status])).toEqual([[session, 'proposed']]);
    expect(monday.rule?.words.zh).toBe('16.00 ×（实到 + 补学）÷ 应到；应到为 0 的，分值按比例分给同级各项');
  });

  it('keep the mark that siblings without a basis gave as the exact ratio, beside the rule with its own mark', () => {
    const told = story();
    const person = told.member(told.branchA, { from: '2026-11-01' });
    told.held(told.branchA, '2026-11-16', { late: [person] });
    told.held(told.branchA, '2026-11-23', { present: [person] });
    const grounds = at(groundsOf(told, person), 'study');
    // No theme day was expected: its 12.00 goes to Monday, hours and teaching, 28.00 of the 40.00.
    const raised = { all: 4000, present: 2800 };
    expect(at(grounds, 'mondayShare').how).toMatchObject({ kind: 'share', raisedFrom: 1600, raised, creditHundredths: 150, expected: 2 });
    expect(at(grounds, 'mondayShare').rule?.words.zh).toBe('16.00 ×（实到 + 补学）÷ 应到');
    expect(at(grounds, 'studyHours').how).toMatchObject({ kind: 'hours', raisedFrom: 800, raised, minutes: 180, months: 2 });
    // 16 × 40 ÷ 28 × 1.5 ÷ 2 = 17.142…; 8 × 40 ÷ 28 × 180 ÷ 320 = 6.428…
    expect([at(grounds, 'mondayShare').value, at(grounds, 'studyHours').value]).toEqual([1714, 643]);
  });

  it('give the reason of an absence and its class for those who may see no more', () => {
    const told = story();
    const person = told.member(told.branchA);
    const leave = told.book.record('leave', { person, reason: 'personalLeave', from: '2026-11-16', to: '2026-11-16' });
    told.held(told.branchA, '2026-11-16');
    told.held(told.branchA, '2026-11-23');
    const leaves = at(groundsOf(told, person), 'study', 'mondayShare', 'mondayShare 2026-11').children;
    expect(leaves.map(({ how }) => how)).toMatchObject([
      { fact: { status: 'absent', reason: 'personalLeave', reasonClass: 'leave', because: [leave] } },
      { fact: { status: 'absent', reason: null, reasonClass: 'absent', because: [] } },
    ]);
  });

  it('keep rules and limits of a version that the year did not open with', () => {
    const told = story();
    const person = told.member(told.branchA);
    const days = mondays('2026-06-01', '2026-07-31');
    for (const day of days) told.held(told.branchA, day, { present: [person] });
    const seam = [
      adopted(schemeOf([part('study', [rule('old', fixed(100))])])),
      adopted(schemeOf([part('service', [rule('new', fixed(200))], { limits: [limit('ceiling', 500, 'month')] })]), '2026-07-01'),
    ];
    const grounds = groundsOf(told, person, seam);
    expect(grounds.children.map(({ id, value }) => [id, value])).toEqual([['study', 500], ['new', 800], ['ceiling-month-500 2026-07', -300]]);
    expect(grounds.value).toBe(1000);
  });
});
