import { describe, expect, it } from 'vitest';
import { membershipsOf, sessionState, story } from '#test/engine-story.ts';
import { activity, adopted, schemeOf } from '#test/scheme-parts.ts';
import { attendancesAt, attendancesOf, expectedAt } from './attendance.ts';

const monday = '2026-11-16';
const scheme = [adopted(schemeOf([]))];

describe('Who is expected at a session (A-7, A-8)', () => {
  it('is who belongs to the organisation or below it on that day, once', () => {
    const told = story();
    const here = told.member(told.branchA);
    const inGroup = told.member(told.branchA, { group: told.groupA1 });
    const elsewhere = told.member(told.branchB);
    const joinsLater = told.member(told.branchA, { from: '2026-11-17' });
    const atBranch = told.held(told.branchA, monday);
    const atGroup = told.held(told.groupA1, '2026-11-17');
    const atCommittee = told.held(told.committee, '2026-11-18');
    const { reading } = told.evaluate(scheme);
    const listed = (id: string) => {
      const session = reading.world.sessions.get(id);
      return session ? attendancesAt(reading, session).map(({ person }) => person) : [];
    };
    expect(listed(atBranch)).toEqual([here, inGroup]);
    expect(listed(atGroup)).toEqual([inGroup]);
    expect(listed(atCommittee)).toEqual([here, inGroup, elsewhere, joinsLater]);
    expect(attendancesOf(reading, inGroup).map(({ session }) => session.factId)).toEqual([atBranch, atGroup, atCommittee]);
  });

  it('follows the tree as it stood on that day', () => {
    const told = story();
    const person = told.member(told.branchA);
    const branch = told.book.entries.find(({ factId }) => factId === told.branchA);
    if (branch?.kind !== 'organisation') throw new Error('no branch');
    told.book.amend('organisation', told.branchA, { ...branch.state, placements: [...branch.state.placements, { parent: told.branchB, from: '2026-11-10' }] });
    expect(told.status(scheme, told.held(told.branchB, '2026-11-09'), person)).toBe('notExpected');
    expect(told.status(scheme, told.held(told.branchB, monday, { present: [person] }), person)).toBe('present');
  });

  it.each([
    ['members', { stage: 'none' }, 'mondayStudy', 'notExpected'],
    ['members', { stage: 'probationary' }, 'mondayStudy', 'absent'],
    ['staff that is not excepted', { staffKind: 'retired' }, 'mondayStudy', 'notExpected'],
    ['everybody', { stage: 'none' }, 'safetyBriefing', 'absent'],
    ['the committee', {}, 'committeeMeeting', 'notExpected'],
  ] as const)('is %s: %j at %s is %s', (_, over, kind, status) => {
    const told = story();
    const person = told.member(told.branchA, over);
    expect(told.status(scheme, told.held(told.branchA, monday, { activities: [kind] }), person)).toBe(status);
  });

  it('is the committee of the organisation itself, wherever its members are at home', () => {
    const told = story();
    const organiser = told.member(told.branchA);
    const leader = told.member(told.branchA);
    told.book.record('post', { person: organiser, organisation: told.branchB, post: 'organiser', from: '2026-01-01', to: '2026-11-30' });
    told.book.record('post', { person: leader, organisation: told.branchB, post: 'groupLeader', from: '2026-01-01', to: null });
    const meeting = told.held(told.branchB, monday, { activities: ['committeeMeeting'] });
    expect(told.status(scheme, meeting, organiser)).toBe('absent');
    expect(told.status(scheme, meeting, leader)).toBe('notExpected');
    expect(told.status(scheme, told.held(told.branchB, '2026-12-01', { activities: ['committeeMeeting'] }), organiser)).toBe('notExpected');
  });

  it('is known for an arranged session too, with who is excused already and why', () => {
    const told = story();
    const free = told.member(told.branchA);
    const ill = told.member(told.branchA);
    const leave = told.book.record('leave', { person: ill, reason: 'sickLeave', from: monday, to: monday });
    const arranged = sessionState(told.branchA, monday, { stage: 'arranged' });
    expect(expectedAt(told.evaluate(scheme).reading, arranged)).toEqual([
      { person: free, excuse: null },
      { person: ill, excuse: { reason: 'sickLeave', exempts: true, because: [leave] } },
    ]);
  });

  it('has one home on a day on which he moved away and back', () => {
    const told = story();
    const person = told.member(told.branchA);
    const [first = ''] = membershipsOf(told, person);
    const away = told.move(person, first, told.branchB, monday);
    told.move(person, away, told.branchA, monday);
    expect(told.status(scheme, told.held(told.branchA, monday), person)).toBe('absent');
    expect(told.status(scheme, told.held(told.branchB, monday), person)).toBe('notExpected');
  });
});

describe('What becomes of a person who is expected (A-8)', () => {
  const team = (told: ReturnType<typeof story>, person: string, cycle: { start: string; hours: number }[][], by: string | null = null) => {
    const shiftTeam = told.book.record('shiftTeam', { organisation: told.branchA, anchor: monday, cycle, restHours: 24, from: '2026-01-01', to: null });
    told.book.record('teamPlacement', { person, team: shiftTeam, from: '2026-01-01', to: null }, { by });
  };
  type Told = ReturnType<typeof story>;
  it.each<[string, (told: Told, person: string) => void, string, 'absent' | 'unmarked']>([
    ['without any reason', () => {}, 'absent', 'absent'],
    ['without a mark', () => {}, 'absent', 'unmarked'],
    ['on sick leave, which beats a mark of absence', (told, person) => told.book.record('leave', { person, reason: 'sickLeave', from: '2026-11-10', to: monday }), 'excused: sickLeave', 'absent'],
    ['on sick leave that ended the day before', (told, person) => told.book.record('leave', { person, reason: 'sickLeave', from: '2026-11-10', to: '2026-11-15' }), 'absent', 'absent'],
    ['on approved leave that does not exempt', (told, person) => told.book.record('leave', { person, reason: 'personalLeave', from: monday, to: monday }), 'absent: personalLeave', 'absent'],
    ['on leave by his own word', (told, person) => told.book.record('leave', { person, reason: 'sickLeave', from: monday, to: monday }, { by: person }), 'absent', 'absent'],
    ['seconded', (told, person) => told.book.record('secondment', { person, organisation: null, from: '2026-11-01', to: null }), 'excused: secondment', 'unmarked'],
    ['on closed duty', (told, person) => told.book.record('closedDuty', { persons: [person], from: '2026-11-09', to: '2026-11-22', studyAtPost: false }), 'excused: closedDuty', 'absent'],
    ['on shift', (told, person) => team(told, person, [[{ start: '08:00', hours: 12 }]]), 'excused: onDuty', 'absent'],
    ['resting after the night', (told, person) => team(told, person, [[{ start: '00:00', hours: 8 }]]), 'excused: postNightRest', 'absent'],
    ['on shift in a team in which he placed himself', (told, person) => team(told, person, [[{ start: '08:00', hours: 12 }]], person), 'absent', 'absent'],
    ['while study is stopped from above', (told) => told.book.record('studyStop', { scope: told.committee, activities: ['mondayStudy'], day: monday, movedTo: null }), 'excused: studyStop', 'absent'],
    ['while study is stopped elsewhere', (told) => told.book.record('studyStop', { scope: told.branchB, activities: ['mondayStudy'], day: monday, movedTo: null }), 'absent', 'absent'],
    ['while another activity is stopped', (told) => told.book.record('studyStop', { scope: told.committee, activities: ['partyLecture'], day: monday, movedTo: null }), 'absent', 'absent'],
  ])('%s', (_, tell, status, marked) => {
    const told = story();
    const person = told.member(told.branchA);
    const session = told.held(told.branchA, monday, marked === 'absent' ? { absent: [person] } : {});
    tell(told, person);
    expect(told.status(scheme, session, person)).toBe(status);
  });

  it('is excused by hand only for a reason that exempts, and never by himself', () => {
    const told = story();
    const [recorder, ill, away] = [told.member(told.branchA), told.member(told.branchA), told.member(told.branchA)];
    const session = told.held(told.branchA, monday, { excused: { [recorder]: 'calledOut', [ill]: 'sickLeave', [away]: 'personalLeave' } }, { by: recorder });
    expect([recorder, ill, away].map((person) => told.status(scheme, session, person))).toEqual(['absent: calledOut', 'excused: sickLeave', 'absent: personalLeave']);
    told.book.confirm(session, recorder);
    expect(told.status(scheme, session, recorder)).toBe('absent: calledOut');
    told.book.confirm(session, ill);
    expect(told.status(scheme, session, recorder)).toBe('excused: calledOut');
  });

  it('who is late by more than half an hour has half an attendance', () => {
    const told = story();
    const person = told.member(told.branchA);
    told.held(told.branchA, monday, { late: [person] });
    expect(attendancesOf(told.evaluate(scheme).reading, person)[0]?.attendance).toMatchObject({ status: 'present', credit: 50 });
  });
});

describe('A session is made up (补学)', () => {
  const missed = (told: ReturnType<typeof story>) => {
    const person = told.member(told.branchA);
    return { person, session: told.held(told.branchA, monday, { absent: [person] }) };
  };

  it('by a make-up in time that another person stands for', () => {
    const told = story();
    const { person, session } = missed(told);
    const makeUp = told.book.record('makeUp', { session, person, day: '2026-11-30', way: 'reading' }, { by: person });
    expect(told.status(scheme, session, person)).toBe('absent');
    told.book.confirm(makeUp, person);
    expect(told.status(scheme, session, person)).toBe('absent');
    told.book.confirm(makeUp, told.member(told.branchA));
    expect(told.status(scheme, session, person)).toBe('madeUp');
  });

  it('not after the days that the scheme allows, and not where it allows none', () => {
    const told = story();
    const { person, session } = missed(told);
    told.book.record('makeUp', { session, person, day: '2026-12-01', way: 'replay' });
    expect(told.status(scheme, session, person)).toBe('absent');
    const never = [adopted(schemeOf([], { activities: [activity('mondayStudy', { makeUpDays: null })] }))];
    expect(told.status(never, session, person)).toBe('absent');
  });

  it.each<[string, { day: string; activities?: string[]; stage?: 'arranged' }, 'madeUp' | 'absent']>([
    ['of the same activity on the same day', { day: monday }, 'madeUp'],
    ['of the same activity on another day', { day: '2026-11-17' }, 'absent'],
    ['of another activity on the same day', { day: monday, activities: ['partyLecture'] }, 'absent'],
    ['that was only arranged', { day: monday, stage: 'arranged' }, 'absent'],
  ])('or not by being at a session elsewhere %s', (_, { day, ...over }, status) => {
    const told = story();
    const { person, session } = missed(told);
    told.held(told.branchB, day, { attendees: [person], ...over, activities: over.activities ?? ['mondayStudy'] });
    expect(told.status(scheme, session, person)).toBe(status);
  });

  it('by another session of the same arrangement, on whatever day', () => {
    const told = story();
    const person = told.member(told.branchA);
    const arrangement = told.book.record('arrangement', {
      scope: told.committee, activities: ['mondayStudy'], contents: [], sitting: { day: monday, from: '19:00', to: '21:00' }, organisations: [told.branchA, told.branchB],
    });
    const session = told.held(told.branchA, monday, { arrangement });
    told.held(told.branchB, '2026-11-18', { arrangement, attendees: [person] });
    expect(told.status(scheme, session, person)).toBe('madeUp');
  });

  it('by a secondee at the place of his secondment, in the same week; else he stays excused', () => {
    const told = story();
    const { person, session } = missed(told);
    told.book.record('secondment', { person, organisation: told.branchB, from: '2026-11-01', to: null });
    expect(told.status(scheme, session, person)).toBe('excused: secondment');
    told.held(told.branchB, '2026-11-19', { attendees: [person] });
    expect(told.status(scheme, session, person)).toBe('madeUp');
  });

  it('by somebody who was excused as well', () => {
    const told = story();
    const { person, session } = missed(told);
    told.book.record('leave', { person, reason: 'sickLeave', from: monday, to: monday });
    told.book.record('makeUp', { session, person, day: '2026-11-20', way: 'replay' });
    expect(told.status(scheme, session, person)).toBe('madeUp');
  });
});
