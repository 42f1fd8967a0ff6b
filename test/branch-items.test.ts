import { describe, expect, it } from 'vitest';
import { addDays } from '#domain/calendar/civil-date.ts';
import type { FactState } from '#domain/facts/contract.ts';
import { planState, sessionState } from '#test/engine-story.ts';
import {
  branchYear, type BranchYear, enter, groundsOf, items, itemValues, meet, overMarking, readYear, stateOfSelfCheck, stateOfSheet, stateOfStatement, talk, visit, who,
} from '#test/branch-year.ts';

/**
 * C.1, item by item, on the year that `branchYear` tells. Every figure is worked out here from the marking rule and
 * from what the story says, never from what the program answered.
 */
const baseline: Readonly<Record<string, number>> = {
  firstItem: 320, // 8 of 10 committee meetings × 4.00
  thinking: 150, // 1.00 for Q1, 0.50 for Q2 (ten days late)
  ideology: 150, // one half-year of two
  birthdayAndOath: 100, // 2 of 4 birthdays × 2.00; no oath
  mondayHeld: 375, // 30 of 32 weeks × 4.00; the stopped week is in neither
  attendanceRate: 340, // 10 × 30 − 3 excused = 297, present 267: 89.90 %, 5.10 short, six started points: 4.00 − 0.60
  hoursMet: 240, // all but the tenth (0 h) and the discipline officer (27 × 2 h = 54 of 56): 8 of 10 × 3.00
  lectures: 150, // two quarters 1.00, the secretary's 0.50, no ordinary member's
  lecturers: 100, // two quarters of four × 2.00
  assemblies: 225, // three quarters of four × 3.00
  committeeMeetings: 250, // 10 of 12 months × 3.00
  groupMeetings: 150, // 9 of 12 months × 2.00
  themeDays: 333, // 10 of 12 months × 4.00 = 3.333
  lifeAndAppraisal: 150, // talks before it 0.50 and the meeting 1.00
  heartTalks: 113, // a committee of three and seven others: 3 + 21 pairs, the secretary with nine: 9 ÷ 24 × 3.00 = 1.125
  termAndPosts: 150, // term 1.00; the publicist's post vacant since July: 1.00 − 0.50
  duesPaid: 189, // (6 × 9 + 5 × 10) ÷ 110 × 2.00 = 1.8909
  visits: 150, // two of four × 3.00
  volunteers: 200, // six of nine × 3.00; the ninth was on closed duty for 27 days and is not asked
  satisfied: 184, // (8 + 2 × 0.6) ÷ 10 × 2.00
  warning: 200, // two quarters of four × 4.00
  reminders: 200, // two of three × 3.00
  obeying: 450, // 5.00 − 0.50
  plan: 100, // handed in in January, never with everybody named
  selfChecks: 243, // 9 of 12 months × 1.50 = 1.125 → 1.13, and 1.50 − 0.20
  records: 253, // 58 of 67 minutes × 2.00 = 1.7313 → 1.73, particulars 8 of 10
  pointsWork: 165, // statements 3 of 4; all but the tenth (52.50) have 60: 0.90
  missionLessons: 200, // one of the two missions with three or more × 4.00
  vanguards: 200, // marked 2.00 of 3.00
  families: 150, // one of two × 3.00
  brandAndMethod: 200, // the brand; the method was not reviewed this year
  brandEffect: 267, // (3 + 3 + 2) ÷ 12 × 4.00 = 2.667
};

/** One more fact, and what it makes of which items; all others stay. */
interface Move {
  readonly says: string;
  readonly add: (year: BranchYear) => unknown;
  readonly makes: Readonly<Record<string, number>>;
}

/** 59 of 68 minutes: 1.7353 → 1.74 with the particulars' 0.80. */
const oneMoreInOrder = { records: 254 };
/** 58 of 68 minutes: 1.7059 → 1.71. */
const oneMoreNotInOrder = { records: 251 };

const all = (year: BranchYear) => ({ present: year.people.filter((_, at) => at !== 3 && at !== 9), excused: { [who(year, 4)]: 'urgentTask' }, absent: [who(year, 10)] });
const weekOf = (week: number, day: number): string => addDays(addDays('2026-01-05', week * 7), day);
const five = (year: BranchYear) => ({ present: [who(year, 5)] });
const makeUp = (year: BranchYear, week: number, person: number, days: number, by: string | null = null) =>
  year.book.record('makeUp', { session: year.mondays[week] ?? '', person: who(year, person), day: weekOf(week, days), way: 'reading' }, { by });
const decide = (year: BranchYear, person: string, level: string, document: string, more: Record<string, boolean> = {}) =>
  enter(year, 'disciplineDecision', '2026-06-01', { persons: [person], values: { level, document, ...more } });
const service = (year: BranchYear, person: string, key = '#00000000000000aa') => enter(year, 'volunteer', '2026-09-05', { persons: [person], values: { service: key } });
const lesson = (year: BranchYear, day: string) => enter(year, 'missionLesson', day, { values: { mission: '#00000000000000a2' } });
const go = (year: BranchYear, persons: readonly string[]) =>
  enter(year, 'mission', '2026-11-10', { persons, until: '2026-11-12', values: { name: '#00000000000000a9', sort: 'security' } });
const contact = (year: BranchYear, day: string) => enter(year, 'familyContact', day, { persons: [who(year, 9)], values: { way: 'call' } });
const reviewed = (year: BranchYear, day: string, at = year.branchA) =>
  enter(year, 'workMethod', '2026-03-01', { values: { name: '#00000000000000d5', meaning: '#00000000000000d6', reviewed: day }, at });
const closed = (year: BranchYear, until: string) =>
  year.book.record('closedDuty', { persons: [who(year, 6)], from: '2026-11-02', to: until, studyAtPost: false });
const particularsOf = (year: BranchYear, person: number) => {
  const known = year.book.entries.find((entry) => entry.kind === 'particulars' && entry.state.person === who(year, person));
  year.book.amend('particulars', known?.factId ?? '', { person: who(year, person), joinedParty: null, missing: 0 });
};
const statement = (year: BranchYear, person: string, stage: 'confirmed' | 'answered' | 'appealed', answered: 'onTime' | 'late' | null = null, at = year.branchA) =>
  year.book.record('statement', stateOfStatement(at, person, '2026-07', '2026-08-07', stage, answered));

const moves: Readonly<Record<string, readonly Move[]>> = {
  firstItem: [
    { says: 'a committee meeting with a first item: 9 of 11', makes: { firstItem: 327, ...oneMoreInOrder }, add: (it) => meet(it, 'committeeMeeting', '2026-10-20', { present: [who(it, 1)], agenda: [{ firstItem: true }] }) },
    { says: 'a general meeting of a branch with a committee', makes: oneMoreInOrder, add: (it) => meet(it, 'memberAssembly', '2026-02-26', { ...all(it), agenda: [{ firstItem: true }] }) },
    { says: 'a meeting where it stands second: 8 of 11', makes: { firstItem: 291, ...oneMoreInOrder }, add: (it) => meet(it, 'committeeMeeting', '2026-10-20', { present: [who(it, 1)], agenda: [{ firstItem: false }, { firstItem: true }] }) },
    { says: 'one of another branch', makes: {}, add: (it) => it.held(it.branchB, '2026-10-20', { activities: ['committeeMeeting'], agenda: [{ firstItem: true }] }) },
  ],
  thinking: [
    { says: 'one for the third quarter', makes: { thinking: 250 }, add: (it) => enter(it, 'thoughtAnalysis', '2026-09-30') },
    { says: 'fifteen days late: half', makes: { thinking: 200 }, add: (it) => enter(it, 'thoughtAnalysis', '2026-10-15', { entering: { period: '2026-09' } }) },
    { says: 'sixteen days late', makes: {}, add: (it) => enter(it, 'thoughtAnalysis', '2026-10-16', { entering: { period: '2026-09' } }) },
    { says: 'a second one in a quarter', makes: {}, add: (it) => enter(it, 'thoughtAnalysis', '2026-03-21') },
    { says: 'one of another branch', makes: {}, add: (it) => enter(it, 'thoughtAnalysis', '2026-09-30', { at: it.branchB }) },
  ],
  ideology: [
    { says: 'one in the second half', makes: { ideology: 300 }, add: (it) => enter(it, 'ideologyAnalysis', '2026-12-31') },
    { says: 'a second one in the first half', makes: {}, add: (it) => enter(it, 'ideologyAnalysis', '2026-06-30') },
    { says: 'one in January', makes: {}, add: (it) => enter(it, 'ideologyAnalysis', '2027-01-01') },
  ],
  birthdayAndOath: [
    { says: 'a birthday in its month: 3 of 4 × 2.00', makes: { birthdayAndOath: 150 }, add: (it) => enter(it, 'partyBirthdayMarked', '2026-06-30', { persons: [who(it, 3)] }) },
    { says: 'a day after its month', makes: {}, add: (it) => enter(it, 'partyBirthdayMarked', '2026-07-01', { persons: [who(it, 3)] }) },
    { says: 'the oath on 31 July: 1.00', makes: { birthdayAndOath: 200 }, add: (it) => enter(it, 'oathRenewal', '2026-07-31', { values: { attended: 9 } }) },
    { says: 'the oath on 1 August', makes: {}, add: (it) => enter(it, 'oathRenewal', '2026-08-01', { values: { attended: 9 } }) },
  ],
  mondayHeld: [
    // The eight who come make 275 of 306: 89.87 %, six started points as before.
    { says: 'a missed week held on its Wednesday: 31 of 32 × 4.00 = 3.875', makes: { mondayHeld: 388, ...oneMoreInOrder }, add: (it) => meet(it, 'mondayStudy', weekOf(30, 2), all(it)) },
    { says: 'a second session in a week', makes: oneMoreInOrder, add: (it) => meet(it, 'mondayStudy', weekOf(20, 2), all(it)) },
    { says: 'one on the day of the stop', makes: oneMoreInOrder, add: (it) => meet(it, 'mondayStudy', weekOf(32, 0), five(it)) },
    { says: 'a week that was arranged and not held: 30 of 33 = 3.636', makes: { mondayHeld: 364 }, add: (it) => it.book.record('session', sessionState(it.branchA, weekOf(40, 0), { stage: 'notHeld' })) },
  ],
  attendanceRate: [
    { says: 'an absence made up on the fourteenth day: 268 of 297 = 90.24 %, five started points', makes: { attendanceRate: 350 }, add: (it) => makeUp(it, 29, 10, 14) },
    { says: 'made up on the fifteenth day', makes: {}, add: (it) => makeUp(it, 29, 10, 15) },
    { says: 'made up by his own word alone', makes: {}, add: (it) => makeUp(it, 29, 10, 14, who(it, 10)) },
    { says: 'an absence that becomes illness: 267 of 296 = 90.20 %', makes: { attendanceRate: 350 }, add: (it) => it.book.record('leave', { person: who(it, 10), reason: 'sickLeave', from: weekOf(29, 0), to: weekOf(29, 0) }) },
    { says: 'an absence with approved personal leave, which is expected all the same', makes: {}, add: (it) => it.book.record('leave', { person: who(it, 10), reason: 'personalLeave', from: weekOf(29, 0), to: weekOf(29, 0) }) },
  ],
  hoursMet: [
    // 268 of 298 = 89.93 %: six started points still.
    { says: 'the discipline officer makes up one study: 56 of 56 hours, 9 of 10', makes: { hoursMet: 270 }, add: (it) => makeUp(it, 0, 4, 7) },
    { says: 'too late', makes: {}, add: (it) => makeUp(it, 0, 4, 15) },
    { says: 'he makes up a study at which he was', makes: {}, add: (it) => makeUp(it, 28, 4, 7) },
  ],
  lectures: [
    { says: 'a member lectures in the third quarter: 0.50 and 0.50', makes: { lectures: 250, ...oneMoreInOrder }, add: (it) => meet(it, 'partyLecture', '2026-09-10', { ...five(it), speakers: [who(it, 5)] }) },
    { says: 'a guest lectures in a quarter that has its lecture', makes: oneMoreInOrder, add: (it) => meet(it, 'partyLecture', '2026-06-25', { ...five(it), speakers: [it.stranger] }) },
    { says: 'one of the committee lectures there', makes: oneMoreInOrder, add: (it) => meet(it, 'partyLecture', '2026-06-25', { ...five(it), speakers: [who(it, 4)] }) },
    { says: 'a member lectures in another branch', makes: {}, add: (it) => it.held(it.branchB, '2026-09-10', { activities: ['partyLecture'], speakers: [who(it, 5)] }) },
  ],
  lecturers: [
    { says: 'a drill in the third quarter', makes: { lecturers: 150, ...oneMoreInOrder }, add: (it) => meet(it, 'themePartyDay', '2026-09-15', { ...five(it), contents: ['drill'] }) },
    { says: 'a lecturer of the pool', makes: { lecturers: 150, ...oneMoreInOrder }, add: (it) => meet(it, 'themePartyDay', '2026-09-15', { ...five(it), contents: ['profession'], speakers: [who(it, 6)] }) },
    { says: 'professional knowledge by somebody outside the pool', makes: oneMoreInOrder, add: (it) => meet(it, 'themePartyDay', '2026-09-15', { ...five(it), contents: ['profession'], speakers: [who(it, 5)] }) },
    { says: 'theory by a lecturer of the pool', makes: oneMoreInOrder, add: (it) => meet(it, 'themePartyDay', '2026-09-15', { ...five(it), speakers: [who(it, 6)] }) },
  ],
  assemblies: [
    { says: 'one in the fourth quarter', makes: { assemblies: 300, ...oneMoreInOrder }, add: (it) => meet(it, 'memberAssembly', '2026-11-20', five(it)) },
    { says: 'a second one in the third', makes: oneMoreInOrder, add: (it) => meet(it, 'memberAssembly', '2026-09-20', five(it)) },
  ],
  committeeMeetings: [
    { says: 'one in November: 11 of 12, 8 of 11 with a first item', makes: { committeeMeetings: 275, firstItem: 291, ...oneMoreInOrder }, add: (it) => meet(it, 'committeeMeeting', '2026-11-06', { present: [who(it, 1)] }) },
    { says: 'one that is arranged only', makes: {}, add: (it) => it.book.record('session', sessionState(it.branchA, '2026-11-06', { stage: 'arranged', activities: ['committeeMeeting'] })) },
    { says: 'one that waits for confirmation', makes: {}, add: (it) => it.held(it.branchA, '2026-11-06', { activities: ['committeeMeeting'] }, { by: who(it, 5), standing: 'proposed' }) },
  ],
  groupMeetings: [
    { says: 'one in October: 10 of 12 = 1.667', makes: { groupMeetings: 167, ...oneMoreNotInOrder }, add: (it) => meet(it, 'groupMeeting', '2026-10-08', { ...five(it), minuteTaker: null }) },
    { says: 'one of the branch and not of the group', makes: oneMoreNotInOrder, add: (it) => it.held(it.branchA, '2026-10-08', { activities: ['groupMeeting'] }) },
    { says: 'a second one in September', makes: oneMoreNotInOrder, add: (it) => meet(it, 'groupMeeting', '2026-09-22', { ...five(it), minuteTaker: null }) },
    { says: 'a second group that met once: 10 of 24', makes: { groupMeetings: 83, ...oneMoreNotInOrder }, add: (it) => {
      const group = it.book.record('organisation', { category: '699', number: 'A1-2', name: 'A1-2', shortName: 'A1-2', founded: '2020-01-01', dissolved: null, placements: [{ parent: it.branchA, from: '2020-01-01' }] });
      it.held(group, '2026-10-08', { activities: ['groupMeeting'] });
    } },
  ],
  themeDays: [
    { says: 'one in November: 11 of 12 = 3.667', makes: { themeDays: 367, ...oneMoreInOrder }, add: (it) => meet(it, 'themePartyDay', '2026-11-14', five(it)) },
    { says: 'one in November that belongs to October', makes: oneMoreInOrder, add: (it) => meet(it, 'themePartyDay', '2026-11-02', { ...five(it), period: '2026-10' }) },
  ],
  lifeAndAppraisal: [
    { says: 'ballots', makes: { lifeAndAppraisal: 250 }, add: (it) => enter(it, 'memberBallot', '2026-12-20', { persons: [who(it, 9)], values: { excellent: 5, qualified: 4, barely: 0, unqualified: 0 } }) },
    { says: 'the list, in January for the year before', makes: { lifeAndAppraisal: 200 }, add: (it) => enter(it, 'rectificationList', '2027-01-20', { values: { items: 3 }, entering: { period: '2026-12' } }) },
    { says: 'the list of the next year', makes: {}, add: (it) => enter(it, 'rectificationList', '2027-01-20', { values: { items: 3 } }) },
    { says: 'a second meeting', makes: oneMoreInOrder, add: (it) => meet(it, 'criticismMeeting', '2026-12-28', five(it)) },
  ],
  heartTalks: [
    { says: 'the organiser with one of the others: 10 of 24 = 1.25', makes: { heartTalks: 125 }, add: (it) => talk(it, '2026-06-01', 2, 5) },
    { says: 'he with the organiser', makes: { heartTalks: 125 }, add: (it) => talk(it, '2026-06-01', 5, 2) },
    { says: 'two who sit on no committee', makes: {}, add: (it) => talk(it, '2026-06-01', 5, 6) },
    { says: 'the same two once more', makes: {}, add: (it) => talk(it, '2026-06-01', 1, 5) },
    { says: 'one who talks with two does not make these two talk', makes: {}, add: (it) => enter(it, 'heartTalk', '2026-06-01', { persons: [who(it, 1), who(it, 2), who(it, 5)], as: { [who(it, 1)]: 'talker', [who(it, 2)]: 'talked', [who(it, 5)]: 'talked' } }) },
  ],
  termAndPosts: [
    // A committee of four needs 6 + 24 pairs, of which 9 talked: 0.90.
    { says: 'a publicist from October', makes: { termAndPosts: 200, heartTalks: 90 }, add: (it) => it.book.record('post', { person: who(it, 3), organisation: it.branchA, post: 'publicist', from: '2026-10-01', to: null }) },
    { says: 'a publicist of the next year', makes: {}, add: (it) => it.book.record('post', { person: who(it, 3), organisation: it.branchA, post: 'publicist', from: '2027-01-01', to: null }) },
    { says: 'one who held it until 30 September: three months vacant, not more', makes: { termAndPosts: 200 }, add: (it) => it.book.record('post', { person: who(it, 3), organisation: it.branchA, post: 'publicist', from: '2026-07-01', to: '2026-09-30' }) },
    { says: 'one who held it until the day before', makes: {}, add: (it) => it.book.record('post', { person: who(it, 3), organisation: it.branchA, post: 'publicist', from: '2026-07-01', to: '2026-09-29' }) },
  ],
  duesPaid: [
    { says: 'December in full: 114 of 120', makes: { duesPaid: 190 }, add: (it) => enter(it, 'dues', '2026-12-25', { values: { due: 10, paid: 10 } }) },
    { says: 'more than is due fills no month before', makes: { duesPaid: 190 }, add: (it) => enter(it, 'dues', '2026-12-25', { values: { due: 10, paid: 16 } }) },
    { says: 'those of another branch', makes: {}, add: (it) => enter(it, 'dues', '2026-12-25', { values: { due: 5, paid: 0 }, at: it.branchB }) },
  ],
  visits: [
    { says: 'a third of four', makes: { visits: 225 }, add: (it) => visit(it, '2026-12-31', 1, 7) },
    { says: 'a visit that he makes himself', makes: {}, add: (it) => visit(it, '2026-05-01', 7, 9) },
    { says: 'a second visit', makes: {}, add: (it) => visit(it, '2026-05-01', 1, 5) },
    { says: 'a visit of the next year', makes: {}, add: (it) => visit(it, '2027-01-01', 1, 7) },
  ],
  volunteers: [
    { says: 'a seventh of nine: 2.333', makes: { volunteers: 233 }, add: (it) => service(it, who(it, 6)) },
    { says: 'a second service of one', makes: {}, add: (it) => service(it, who(it, 1)) },
    { says: 'the ninth serves all the same: seven of ten', makes: { volunteers: 210 }, add: (it) => service(it, who(it, 9)) },
    { says: 'a member of another branch', makes: {}, add: (it) => service(it, it.stranger) },
    { says: 'one whom long illness takes out: six of eight', makes: {
      // 3.00 × 6/8; without him hours 7 of 9 × 3.00, particulars 7 of 9 (0.778 → 0.78), points 8 of 9 (0.889 → 0.89).
      volunteers: 225, hoursMet: 233, records: 251, pointsWork: 164,
    }, add: (it) => enter(it, 'specialStatus', '2026-12-01', { persons: [who(it, 6)], values: { ground: 'longIllness' }, at: it.committee }) },
  ],
  satisfied: [
    { says: 'ten ballots more: (13 + 2 × 0.6) ÷ 20 × 2.00', makes: { satisfied: 142 }, add: (it) => enter(it, 'satisfaction', '2026-12-21', { values: { satisfied: 5, mostly: 0, dissatisfied: 5 } }) },
    { says: 'those of another branch', makes: {}, add: (it) => enter(it, 'satisfaction', '2026-12-21', { values: { satisfied: 0, mostly: 0, dissatisfied: 9 }, at: it.branchB }) },
  ],
  warning: [
    { says: 'a third quarter', makes: { warning: 300, ...oneMoreInOrder }, add: (it) => meet(it, 'warningEducation', '2026-08-26', five(it)) },
    { says: 'a second one in a quarter', makes: oneMoreInOrder, add: (it) => meet(it, 'warningEducation', '2026-05-28', five(it)) },
  ],
  reminders: [
    { says: 'seven days before', makes: { reminders: 300 }, add: (it) => enter(it, 'keyDateReminder', '2026-09-18', { values: { festival: 'autumn' } }) },
    { says: 'eight days before', makes: {}, add: (it) => enter(it, 'keyDateReminder', '2026-09-17', { values: { festival: 'autumn' } }) },
    { says: 'the day after it began', makes: {}, add: (it) => enter(it, 'keyDateReminder', '2026-09-26', { values: { festival: 'autumn' } }) },
    { says: 'of another branch', makes: {}, add: (it) => enter(it, 'keyDateReminder', '2026-09-18', { values: { festival: 'autumn' }, at: it.branchB }) },
  ],
  obeying: [
    { says: 'a warning that the branch reported itself: half of 1.50', makes: { obeying: 375 }, add: (it) => decide(it, who(it, 8), 'warning', '#00000000000000bb', { selfFound: true }) },
    { says: 'the same matter, lighter', makes: {}, add: (it) => decide(it, who(it, 7), 'admonition', '#000000000000000b') },
    // 2.50 instead of 0.50. His points: 30 − 20 + 16 + 12 + 8 + 7.50 = 53.50, below 60: 8 of 10, 0.75 + 0.80.
    { says: 'the same matter, heavier', makes: { obeying: 250, pointsWork: 155 }, add: (it) => decide(it, who(it, 7), 'seriousWarning', '#000000000000000b') },
    // 5.00 − 0.50 − 5.00 is bounded by 0.00. The points of the eighth: 0 + 36 + 15: 51.00.
    { says: 'never below zero', makes: { obeying: 0, pointsWork: 155 }, add: (it) => decide(it, who(it, 8), 'removal', '#00000000000000bb') },
    { says: 'a member of another branch', makes: {}, add: (it) => decide(it, it.stranger, 'removal', '#00000000000000bb') },
  ],
  plan: [
    { says: 'handed in with everybody named on the last day of February', makes: { plan: 200 }, add: (it) => replan(it, planState(it.branchA, '2026-01-20', '2026-02-28')) },
    { says: 'with everybody named on 1 March', makes: {}, add: (it) => replan(it, planState(it.branchA, '2026-01-20', '2026-03-01')) },
    { says: 'returned after it was handed in', makes: {}, add: (it) => replan(it, { ...planState(it.branchA, '2026-01-20'), stage: 'returned' }) },
    { says: 'handed in on 1 February', makes: { plan: 0 }, add: (it) => replan(it, planState(it.branchA, '2026-02-01')) },
    { says: 'never handed in', makes: { plan: 0 }, add: (it) => replan(it, planState(it.branchA, null)) },
    { says: 'one of another branch', makes: {}, add: (it) => it.book.record('targetPlan', planState(it.branchB, '2026-01-20', '2026-01-20')) },
  ],
  selfChecks: [
    { says: 'October in time: 10 of 12 × 1.50, and 1.30', makes: { selfChecks: 255 }, add: (it) => it.book.record('selfCheck', stateOfSelfCheck(it.branchA, '2026-10', '2026-11-06', 'onTime')) },
    { says: 'October late', makes: {}, add: (it) => it.book.record('selfCheck', stateOfSelfCheck(it.branchA, '2026-10', '2026-11-16', 'late')) },
    { says: 'another item marked too high: 1.13 and 1.10', makes: { selfChecks: 223 }, add: (it) => it.book.record('checkSheet', overMarking(it.branchA, '2026-09-30')) },
    { says: 'one that the branch had marked a tenth too high', makes: {}, add: (it) => it.book.record('checkSheet', stateOfSheet(it.branchA, '2026-09-30', { firstItem: { computed: 300, checked: 300, selfMark: 330, selfFull: 400 } })) },
    { says: 'one of a sheet that nobody confirmed', makes: {}, add: (it) => it.book.record('checkSheet', { ...overMarking(it.branchA, '2026-09-30'), stage: 'marked', confirmedBy: null }) },
    { says: 'one of another branch', makes: {}, add: (it) => it.book.record('selfCheck', stateOfSelfCheck(it.branchB, '2026-10', '2026-11-06', 'onTime')) },
  ],
  records: [
    { says: 'the particulars of a ninth member: 1.73 and 0.90', makes: { records: 263 }, add: (it) => particularsOf(it, 9) },
    { says: 'minutes entered on the seventh day', makes: oneMoreInOrder, add: (it) => meet(it, 'warningEducation', '2026-05-28', { ...five(it), on: '2026-06-04' }) },
    { says: 'minutes entered on the eighth day', makes: oneMoreNotInOrder, add: (it) => meet(it, 'warningEducation', '2026-05-28', { ...five(it), on: '2026-06-05' }) },
    { says: 'minutes without a topic', makes: oneMoreNotInOrder, add: (it) => meet(it, 'warningEducation', '2026-05-28', { ...five(it), contents: [] }) },
  ],
  pointsWork: [
    { says: 'a statement confirmed: 4 of 5, and 0.90', makes: { pointsWork: 170 }, add: (it) => statement(it, who(it, 5), 'confirmed') },
    { says: 'an objection answered in time', makes: { pointsWork: 170 }, add: (it) => statement(it, who(it, 5), 'answered', 'onTime') },
    { says: 'one answered after its last day: 3 of 5', makes: { pointsWork: 150 }, add: (it) => statement(it, who(it, 5), 'answered', 'late') },
    { says: 'one that is reviewed after an answer in time', makes: { pointsWork: 170 }, add: (it) => statement(it, who(it, 5), 'appealed', 'onTime') },
    { says: 'one that is open: 3 of 5', makes: { pointsWork: 150 }, add: (it) => statement(it, who(it, 5), 'appealed') },
    { says: 'one that another branch answers for a member who has moved here', makes: {}, add: (it) => statement(it, who(it, 5), 'appealed', null, it.branchB) },
    // 30 + 0 + 4 × 0.50 of 2.00, raised to 30.00 because nothing else was asked of him: 60.00 reaches 60.
    { says: 'the tenth serves a fourth time: 0.75 and 1.00', makes: { pointsWork: 175 }, add: (it) => service(it, who(it, 10)) },
  ],
  missionLessons: [
    { says: 'a lesson on the day before', makes: { missionLessons: 400 }, add: (it) => lesson(it, '2026-07-31') },
    { says: 'a lesson 31 days before', makes: {}, add: (it) => lesson(it, '2026-07-01') },
    { says: 'a lesson on the second day', makes: {}, add: (it) => lesson(it, '2026-08-02') },
    { says: 'a second lesson before the first mission', makes: {}, add: (it) => lesson(it, '2026-03-06') },
    { says: 'a mission of three without a lesson: 1 of 3', makes: { missionLessons: 133 }, add: (it) => go(it, [who(it, 1), who(it, 5), who(it, 6)]) },
    { says: 'a mission of two, and one of another branch', makes: {}, add: (it) => go(it, [who(it, 1), who(it, 5), it.stranger]) },
  ],
  vanguards: [
    { says: 'a second mark: (2 + 3) ÷ 6 × 3.00', makes: { vanguards: 250 }, add: (it) => enter(it, 'vanguard', '2026-06-01', { persons: [who(it, 5)], values: { sort: 'area', name: '#00000000000000a5', mark: 300 } }) },
    { says: 'one that nobody has marked', makes: {}, add: (it) => enter(it, 'vanguard', '2026-06-01', { persons: [who(it, 5)], values: { sort: 'area', name: '#00000000000000a5' } }) },
  ],
  families: [
    { says: 'on the fifteenth day', makes: { families: 300 }, add: (it) => contact(it, '2026-05-20') },
    { says: 'on the sixteenth day', makes: {}, add: (it) => contact(it, '2026-05-21') },
    { says: 'a second contact with the other', makes: {}, add: (it) => enter(it, 'familyContact', '2026-05-12', { persons: [who(it, 8)], values: { way: 'visit' } }) },
    { says: 'a closed duty of 14 days without contact: 1 of 3; and no service is asked of him: 6 of 8', makes: { families: 100, volunteers: 225 }, add: (it) => closed(it, '2026-11-15') },
    { says: 'one of 13 days', makes: {}, add: (it) => closed(it, '2026-11-14') },
  ],
  brandAndMethod: [
    { says: 'a method reviewed this year', makes: { brandAndMethod: 400 }, add: (it) => reviewed(it, '2026-05-01') },
    { says: 'one reviewed in the next year', makes: {}, add: (it) => reviewed(it, '2027-01-05') },
    { says: 'one of another branch', makes: {}, add: (it) => reviewed(it, '2026-05-01', it.branchB) },
  ],
  brandEffect: [
    { says: 'a fourth sheet: 12 ÷ 16 × 4.00', makes: { brandEffect: 300 }, add: (it) => enter(it, 'brandMark', '2026-12-10', { values: { judge: '#00000000000000e4', mark: 400 } }) },
    { says: 'a sheet of the next year', makes: {}, add: (it) => enter(it, 'brandMark', '2027-01-10', { values: { judge: '#00000000000000e4', mark: 400 } }) },
  ],
};

function replan(year: BranchYear, state: FactState<'targetPlan'>): void {
  year.book.amend('targetPlan', year.plan, state);
}

describe('C.1: every item moves as its rule says', () => {
  it('has 32 items, and each of them a table', () => {
    expect(items.map(({ id }) => id)).toEqual(Object.keys(baseline));
    expect(Object.keys(moves)).toEqual(Object.keys(baseline));
  });

  it('comes to what the rules make of the year', () => {
    const year = branchYear();
    expect(itemValues(readYear(year), year.branchA)).toEqual(baseline);
    // 31 December as a whole: the same, but nine of eleven self-checks are due: 1.23 + 1.30.
    expect(itemValues(readYear(year, '2026-12-31', '2026-12'), year.branchA)).toEqual({ ...baseline, selfChecks: 253 });
    const sum = Object.values(baseline).reduce((all, one) => all + one, 0);
    expect(groundsOf(readYear(year), year.branchA).value, 'nothing is missing, so nothing is spread').toBe(sum);
  });

  for (const [item, cases] of Object.entries(moves)) {
    for (const { says, add, makes } of cases) {
      it(`${item}: ${says}`, () => {
        const year = branchYear();
        add(year);
        expect(itemValues(readYear(year), year.branchA), `C.1 ${item}: ${says}`).toEqual({ ...baseline, ...makes });
      });
    }
  }
});
