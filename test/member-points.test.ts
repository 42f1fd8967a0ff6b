import { describe, expect, it } from 'vitest';
import { enter, readYear } from '#test/branch-year.ts';
import { membershipsOf, sessionState } from '#test/engine-story.ts';
import { decide, go, handOut, honour, memberValues, memberYear, type MemberYear, serve } from '#test/member-year.ts';

/** C.5, rule by rule, on the year that `memberYear` tells; worked out from the rules, never from what the program answered. */
const baseline: Readonly<Record<string, number>> = {
  discipline: 2400, // 30.00 − 5.00 (circular) − 1.00 (dues of a month)
  mondayStudyShare: 1400, // 7 of 8, two calls are not counted: 16 × 7/8
  organisationLifeShare: 800, // 4 of 6 theme days: 12 × 4/6
  yearlyStudyHours: 550, // 11 × 2 h = 22 of 32 h: 8 × 22/32
  teaching: 250, // a lecture 2.00, a contribution 0.50
  postDuty: 1500, // (4.50 + 3.00) of 9.00: 18 × 7.50/9.00
  assigned: 150, // in time 1.00, late 0.50
  missions: 100, // five days
  volunteering: 50,
  honours: 100, // commendation
};
const total = (values: Readonly<Record<string, number>>): number => Object.values(values).reduce((sum, one) => sum + one, 0);

interface Move {
  readonly says: string;
  readonly add: (year: MemberYear) => unknown;
  readonly makes?: Readonly<Record<string, number>>;
}

const hold = (year: MemberYear, over: Parameters<MemberYear['held']>[2], at = year.branchA, day = '2026-06-22') => year.held(at, day, over);
const twice = (year: MemberYear, over: Parameters<MemberYear['held']>[2], topic: string) => ['2026-06-22', '2026-06-24'].forEach((day) => hold(year, { ...over, topic }, year.branchB, day));
const lectureAbout = ({ branchA, person }: MemberYear, topic: string) => sessionState(branchA, '2026-02-23', { present: [person], speakers: [person], topic });
const makeUp = ({ book, studies, person }: MemberYear, study: number, day: string, by: string | null = null) =>
  book.record('makeUp', { session: studies[study] ?? '', person, day, way: 'replay' }, { by });
const leave = ({ book, person }: MemberYear, reason: string) => book.record('leave', { person, reason, from: '2026-02-16', to: '2026-02-16' });
const unpaid = (year: MemberYear, month: string, withReason = false) =>
  enter(year, 'duesUnpaid', `${month}-28`, { persons: [year.person], values: withReason ? { withReason } : {} });
const appraise = (year: MemberYear, day: string, values: Record<string, string>) => enter(year, 'postAppraisal', day, { persons: [year.person], values });

const moves: Readonly<Record<string, readonly Move[]>> = {
  discipline: [
    { says: 'an admonition: −2.00', makes: { discipline: 2200 }, add: (it) => decide(it, 'admonition', '#00000000000000b2') },
    { says: 'a formal admonishment: −8.00', makes: { discipline: 1600 }, add: (it) => decide(it, 'adviceLetter', '#00000000000000b2') },
    { says: 'a warning: −12.00', makes: { discipline: 1200 }, add: (it) => decide(it, 'warning', '#00000000000000b2') },
    { says: 'a serious warning: −20.00', makes: { discipline: 400 }, add: (it) => decide(it, 'seriousWarning', '#00000000000000b2') },
    { says: 'removal: −30.00, and never below zero', makes: { discipline: 0 }, add: (it) => decide(it, 'removal', '#00000000000000b2') },
    { says: 'of one matter the heaviest alone: 30 − 12 − 1', makes: { discipline: 1700 }, add: (it) => decide(it, 'warning', '#00000000000000b1') },
    { says: 'the same matter once more, lighter', add: (it) => decide(it, 'admonition', '#00000000000000b1') },
    { says: 'a decision about another', add: (it) => decide(it, 'removal', '#00000000000000b2', it.other) },
    { says: 'one that waits for confirmation', add: (it) => decide(it, 'removal', '#00000000000000b2', it.person, { by: it.other, standing: 'proposed' }) },
    { says: 'a second month unpaid', makes: { discipline: 2300 }, add: (it) => unpaid(it, '2026-03') },
    { says: 'a month unpaid with a good reason', add: (it) => unpaid(it, '2026-03', true) },
    { says: 'unpaid dues take three at most: 30 − 5 − 3', makes: { discipline: 2200 }, add: (it) => ['2026-03', '2026-04', '2026-05', '2026-06'].forEach((month) => unpaid(it, month)) },
  ],
  study: [
    { says: 'the absence made up on the fourteenth day: 8 of 8, and 24 h', makes: { mondayStudyShare: 1600, yearlyStudyHours: 600 }, add: (it) => makeUp(it, 2, '2026-03-02') },
    { says: 'made up on the fifteenth day', add: (it) => makeUp(it, 2, '2026-03-03') },
    { says: 'made up by his own word', add: (it) => makeUp(it, 2, '2026-03-02', it.person) },
    { says: 'a call made up: 8 of 9', makes: { mondayStudyShare: 1422, yearlyStudyHours: 600 }, add: (it) => makeUp(it, 0, '2026-02-10') },
    { says: 'the absence was illness: 7 of 7', makes: { mondayStudyShare: 1600 }, add: (it) => leave(it, 'sickLeave') },
    { says: 'it was personal leave, which is expected', add: (it) => leave(it, 'personalLeave') },
    { says: 'an absence more: 7 of 9', makes: { mondayStudyShare: 1244 }, add: (it) => hold(it, { absent: [it.person] }) },
    { says: 'half an hour late: 7.5 of 9, and 23 h', makes: { mondayStudyShare: 1333, yearlyStudyHours: 575 }, add: (it) => hold(it, { late: [it.person] }) },
    { says: 'a stopped study without him', add: (it) => {
      it.book.record('studyStop', { scope: it.committee, activities: ['mondayStudy'], day: '2026-06-22', movedTo: null });
      hold(it, {});
    } },
    { says: 'a study of another branch', add: (it) => hold(it, { present: [it.person] }, it.branchB) },
    { says: 'one that is arranged only', add: (it) => hold(it, { stage: 'arranged' }) },
    { says: 'a theme day: 5 of 7, and 24 h', makes: { organisationLifeShare: 857, yearlyStudyHours: 600 }, add: (it) => hold(it, { activities: ['themePartyDay'], present: [it.person] }) },
    { says: 'a theme day that is a lecture as well counts once', makes: { organisationLifeShare: 857, yearlyStudyHours: 600 }, add: (it) => hold(it, { activities: ['themePartyDay', 'partyLecture'], present: [it.person] }) },
    { says: 'a general meeting, which is no study: 5 of 7', makes: { organisationLifeShare: 857 }, add: (it) => hold(it, { activities: ['memberAssembly'], present: [it.person] }) },
    { says: 'a meeting of a committee on which he does not sit', add: (it) => hold(it, { activities: ['committeeMeeting'], present: [it.person] }) },
    { says: 'a meeting of a group to which he does not belong', add: (it) => hold(it, { activities: ['groupMeeting'], present: [it.person] }, it.groupA1) },
    { says: 'a contribution as a guest', makes: { teaching: 300 }, add: (it) => hold(it, { exchanges: [it.person] }, it.branchB) },
    { says: 'a lecture as a guest: 4.50, of which 4.00', makes: { teaching: 400 }, add: (it) => hold(it, { activities: ['partyLecture'], speakers: [it.person] }, it.branchB) },
    { says: 'the same contribution at two more studies: 2.50 and 0.50 once', makes: { teaching: 300 }, add: (it) => twice(it, { exchanges: [it.person] }, '#00000000000000c1') },
    { says: 'contributions to two other topics', makes: { teaching: 350 }, add: (it) => {
      hold(it, { exchanges: [it.person], topic: '#00000000000000c1' }, it.branchB);
      it.held(it.branchB, '2026-06-23', { exchanges: [it.person], topic: '#00000000000000c2' });
    } },
    { says: 'the lecture of the year given once more, by the same topic', add: (it) => {
      it.book.amend('session', it.studies[3] ?? '', lectureAbout(it, '#00000000000000c1'));
      hold(it, { speakers: [it.person], topic: '#00000000000000c1' }, it.branchB);
    } },
    { says: 'a contribution to a meeting that is no study', add: (it) => hold(it, { activities: ['committeeMeeting'], exchanges: [it.person] }, it.branchB) },
    { says: 'a lecture that he records himself', add: (it) => it.held(it.branchB, '2026-06-22', { speakers: [it.person] }, { by: it.person }) },
    { says: 'one that nobody has confirmed', add: (it) => it.held(it.branchB, '2026-06-22', { speakers: [it.person] }, { by: it.other, standing: 'proposed' }) },
  ],
  task: [
    { says: 'a third quarter done: 12 of 13.50', makes: { postDuty: 1600 }, add: (it) => appraise(it, '2026-09-30', { level: 'done' }) },
    { says: 'a third quarter not done: 7.50 of 13.50', makes: { postDuty: 1000 }, add: (it) => appraise(it, '2026-09-30', { level: 'notDone' }) },
    { says: 'a quarter of long leave, without a level', add: (it) => appraise(it, '2026-09-30', {}) },
    { says: 'a third task of the quarter: 2.50, of which 2.00', makes: { assigned: 200 }, add: (it) => handOut(it, '2026-03-20', '2026-03-31', '2026-03-30') },
    { says: 'a task of the next quarter, on its last day', makes: { assigned: 250 }, add: (it) => handOut(it, '2026-04-01', '2026-04-10', '2026-04-10') },
    { says: 'one day late', makes: { assigned: 200 }, add: (it) => handOut(it, '2026-04-01', '2026-04-10', '2026-04-11') },
    { says: 'not done', add: (it) => handOut(it, '2026-04-01', '2026-04-10', null, 'notDone') },
    { says: 'open, handed in, returned or cancelled', add: (it) => (['open', 'handedIn', 'returned', 'cancelled'] as const).forEach((stage) => handOut(it, '2026-04-01', '2026-04-10', '2026-04-09', stage)) },
    { says: 'three in each later quarter: 1.50 + 3 × 2.00, of which 6.00', makes: { assigned: 600 }, add: (it) => ['04', '07', '10'].forEach((month) => ['01', '02', '03'].forEach((day) => handOut(it, `2026-${month}-${day}`, `2026-${month}-20`, `2026-${month}-20`))) },
    { says: 'a mission of four days', add: (it) => go(it, '2026-06-01', '2026-06-04', '#00000000000000a3') },
    { says: 'a mission of five days', makes: { missions: 200 }, add: (it) => go(it, '2026-06-01', '2026-06-05', '#00000000000000a3') },
    { says: 'a mission of fourteen days', makes: { missions: 200 }, add: (it) => go(it, '2026-06-01', '2026-06-14', '#00000000000000a3') },
    { says: 'a mission of fifteen days', makes: { missions: 300 }, add: (it) => go(it, '2026-06-01', '2026-06-15', '#00000000000000a3') },
    { says: 'two of them: 5.00, of which 4.00', makes: { missions: 400 }, add: (it) => ['2026-06', '2026-08'].forEach((month) => go(it, `${month}-01`, `${month}-15`, `#00000000000000a${month.at(-1)}`)) },
    { says: 'a second service', makes: { volunteering: 100 }, add: (it) => serve(it, '2026-05-05', '#00000000000000a4') },
    { says: 'four more: 2.50, of which 2.00', makes: { volunteering: 200 }, add: (it) => ['4', '5', '6', '7'].forEach((key) => serve(it, `2026-05-0${key}`, `#00000000000000a${key}`)) },
  ],
  honours: [
    { says: 'the highest of the year alone', makes: { honours: 200 }, add: (it) => honour(it, 'thirdMerit', '#00000000000000e2') },
    { says: 'a second commendation', add: (it) => honour(it, 'commendation', '#00000000000000e2') },
    { says: 'second class', makes: { honours: 300 }, add: (it) => honour(it, 'secondMerit', '#00000000000000e2') },
    { says: 'first class', makes: { honours: 500 }, add: (it) => honour(it, 'firstMerit', '#00000000000000e2') },
    { says: 'one that he enters himself', add: (it) => honour(it, 'firstMerit', '#00000000000000e2', { by: it.person }) },
    { says: 'one that waits for the office', add: (it) => honour(it, 'firstMerit', '#00000000000000e2', { by: it.other, standing: 'proposed' }) },
  ],
};

describe('C.5: every rule of the members’ points moves as it says', () => {
  it('comes to what the rules make of the year: 24 + 30 + 18 + 1', () => {
    const year = memberYear();
    expect(memberValues(readYear(year), year.person)).toEqual({ ...baseline, total: 7300 });
  });

  for (const [part, cases] of Object.entries(moves)) {
    for (const { says, add, makes = {} } of cases) {
      it(`${part}: ${says}`, () => {
        const year = memberYear();
        add(year);
        const expected = { ...baseline, ...makes };
        expect(memberValues(readYear(year), year.person), `C.5 ${part}: ${says}`).toEqual({ ...expected, total: total(expected) });
      });
    }
  }
});

/** All that was entered of this kind, taken back. */
function withdraw({ book }: MemberYear, which: (entry: MemberYear['book']['entries'][number]) => boolean): void {
  for (const { factId } of book.entries.filter(which)) book.withdraw(factId);
}
const isMission = (entry: MemberYear['book']['entries'][number]): boolean => entry.kind === 'record' && entry.state.register === 'mission';

describe('C.5: what was never asked costs nobody anything', () => {
  it('nothing handed out: 30/24 for the other tasks', () => {
    const year = memberYear();
    withdraw(year, ({ kind }) => kind === 'assignment');
    // 15.00 × 30/24 = 18.75; 1.00 → 1.25; 0.50 → 0.625.
    expect(memberValues(readYear(year), year.person)).toMatchObject({ postDuty: 1875, assigned: 0, missions: 125, volunteering: 63 });
  });

  it('never called up, or for four days only: 30/26', () => {
    const year = memberYear();
    withdraw(year, isMission);
    // 15.00 × 30/26 = 17.308; 1.50 → 1.731; 0.50 → 0.577.
    const never = { postDuty: 1731, assigned: 173, missions: 0, volunteering: 58 };
    expect(memberValues(readYear(year), year.person)).toMatchObject(never);
    go(year, '2026-06-01', '2026-06-04', '#00000000000000a3');
    expect(memberValues(readYear(year), year.person)).toMatchObject(never);
  });

  it('expected at no Monday: 40/24 for the other study', () => {
    const year = memberYear();
    withdraw(year, ({ factId }) => year.studies.includes(factId));
    // 8.00 × 40/24 = 13.333; 8 h of 32: 2.00 → 3.333; no lecture is left.
    expect(memberValues(readYear(year), year.person)).toMatchObject({ mondayStudyShare: null, organisationLifeShare: 1333, yearlyStudyHours: 333, teaching: 0 });
  });
});

describe('C.5: who moves, joins, retires or is not appraised', () => {
  it('a transfer in July takes everything along and starts no base anew', () => {
    const year = memberYear();
    year.move(year.person, membershipsOf(year, year.person)[0] ?? '', year.branchB, '2026-07-01');
    expect(memberValues(readYear(year), year.person)).toEqual({ ...baseline, total: 7300 });
    year.held(year.branchA, '2026-07-06');
    expect(memberValues(readYear(year), year.person), 'the old branch expects him no more').toEqual({ ...baseline, total: 7300 });
    year.held(year.branchB, '2026-07-06');
    // 7 of 9.
    expect(memberValues(readYear(year), year.person)).toMatchObject({ mondayStudyShare: 1244, discipline: 2400 });
  });

  it('who joins in July has the whole base and half of the hours to do', () => {
    const year = memberYear({ from: '2026-07-01' });
    for (const day of ['2026-07-06', '2026-07-13']) year.held(year.branchA, day, { present: [year.person] });
    const values = memberValues(readYear(year), year.person);
    // No meeting of organisational life was held since: 16.00 × 40/28, and 4 of 16 hours: 2.00 × 40/28. What was entered for
    // the time before he was a member here counts for nothing.
    expect(values).toMatchObject({ discipline: 3000, mondayStudyShare: 2286, organisationLifeShare: null, yearlyStudyHours: 286, teaching: 0, postDuty: null, honours: 0 });
  });

  it('a probationary member is as a full one', () => {
    const year = memberYear({ stage: 'probationary' });
    expect(memberValues(readYear(year), year.person)).toEqual({ ...baseline, total: 7300 });
  });

  it('a retired member has his study alone and no total, and is not expected on Mondays', () => {
    const year = memberYear({ staffKind: 'retired' });
    const values = memberValues(readYear(year), year.person);
    expect(values).toMatchObject({ total: null, mondayStudyShare: null, discipline: 0, volunteering: 0, honours: 0 });
  });

  it('who is not appraised has no total from the day on which it holds, and has it again when it ends', () => {
    const year = memberYear();
    const at = { persons: [year.person], values: { ground: 'underReview' }, at: year.committee };
    const status = enter(year, 'specialStatus', '2026-07-01', at);
    expect(memberValues(readYear(year, '2026-06-30'), year.person)['total']).not.toBeNull();
    expect(memberValues(readYear(year), year.person)['total']).toBeNull();
    year.book.amend('record', status, { register: 'specialStatus', organisation: year.committee, day: '2026-07-01', until: '2026-09-30', persons: [{ person: year.person, as: null }], values: { ground: 'underReview' } });
    expect(memberValues(readYear(year), year.person)['total']).toBe(7300);
  });
});
