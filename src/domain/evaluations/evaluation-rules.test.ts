import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Refused } from '#domain/contracts/refusal.ts';
import type { Result } from '#domain/schemes/format/result-shape.ts';
import type { Register } from '#domain/schemes/format/register-shape.ts';
import { always } from '#test/properties.ts';
import { type BallotKind, demandBallots } from './ballot-sums.ts';
import { decidersOf, demandGrades, type GivenGrade, type ReviewedMember } from './grading-rules.ts';
import { demandComplete, demandSeason, demandStage, isOpen, type ReviewMove, type ReviewStage } from './review-stages.ts';

const label = { zh: '', en: '' };
const result: Result = {
  id: 'memberYear', label, of: 'member', missing: 'required', parts: [{ kind: 'total', id: 'memberTotal', label, of: 'points' }],
  vetoes: [{ id: 'decision', label, match: { records: ['decision'] }, atMost: 'qualified', clause: '第十四条' }],
  grades: [
    { id: 'excellent', label, atLeast: 8500, quota: '1/3' }, { id: 'qualified', label }, { id: 'barely', label, decided: true }, { id: 'unqualified', label, decided: true },
  ],
  tied: 'decide', course: [{ id: 'selfReview', label }, { id: 'ballot', label }, { id: 'organisationGrade', label }],
};
const person = (at: number): string => `00000000-0000-4000-8000-${String(at).padStart(12, '0')}`;
const member = (at: number, over: Partial<ReviewedMember> = {}): ReviewedMember => ({
  person: person(at), exempt: null, value: 9000, figures: [], groundsHash: '0'.repeat(64), vetoes: [], proposed: 'qualified', tied: false, grade: null, talkedOn: null, ...over,
});
const meeting = { day: '2027-01-20', deciders: [person(91), person(92)], committee: [person(91), person(92), person(93)] };
const give = (at: number, grade: string, reason = '', talkedOn: string | null = null): GivenGrade => ({ person: person(at), grade, reason, talkedOn });
const refusalOf = (work: () => void): string => {
  try {
    work();
  } catch (error) {
    if (error instanceof Refused) return error.refusal.name;
    throw error;
  }
  return 'accepted';
};

describe('the committee', () => {
  const eight = Array.from({ length: 8 }, (_, at) => member(at, at < 3 ? { proposed: 'excellent' } : {}));
  const cases: readonly [string, string, readonly ReviewedMember[], readonly GivenGrade[], Partial<typeof meeting>?][] = [
    ['takes what is proposed', 'accepted', eight, [give(0, 'excellent'), give(3, 'qualified')]],
    ['gives two of eight the best grade, because a third is rounded down (D-23)', 'accepted', eight, [give(0, 'excellent'), give(1, 'excellent')]],
    ['gives no third of eight', 'GradesOverCap', eight, [give(0, 'excellent'), give(1, 'excellent'), give(2, 'excellent')]],
    ['counts nobody into the places who is not evaluated', 'GradesOverCap', [...eight.slice(0, 5), member(5, { exempt: 'longIllness' })], [give(0, 'excellent'), give(1, 'excellent')]],
    ['goes above no veto', 'GradeAboveVeto', [member(0, { vetoes: ['decision'] })], [give(0, 'excellent', '事实')]],
    ['goes under no threshold', 'GradeBelowThreshold', [...eight.slice(1), member(0, { value: 8499 })], [give(0, 'excellent', '事实')]],
    ['gives the best grade to nobody without a value', 'GradeBelowThreshold', [...eight.slice(1), member(0, { value: null })], [give(0, 'excellent', '事实')]],
    ['gives a reason for another grade than proposed', 'GradeNeedsReason', eight, [give(3, 'excellent')]],
    ['talks to whom it puts lower', 'GradeNeedsTalk', eight, [give(0, 'qualified', '事实')]],
    ['talks to him before, not after', 'GradeNeedsTalk', eight, [give(0, 'qualified', '事实', '2027-01-21')]],
    ['may put somebody lower with facts and a talk', 'accepted', eight, [give(0, 'qualified', '事实', '2027-01-19')]],
    ['decides on barely qualified with a reason and a talk alone', 'GradeNeedsTalk', [member(0, { proposed: null })], [give(0, 'barely', '事实')]],
    ['grades nobody who is not evaluated', 'PersonNotEvaluated', [member(0, { exempt: 'longIllness' })], [give(0, 'qualified')]],
    ['grades nobody of elsewhere', 'PersonNotEvaluated', eight, [give(40, 'qualified')]],
    ['grades nobody twice', 'PersonNotEvaluated', eight, [give(3, 'qualified'), give(3, 'qualified')]],
    ['knows the grades of the scheme', 'GradeUnknown', eight, [give(3, 'splendid')]],
    ['sits with half or more of its members', 'DecidersTooFew', eight, [give(3, 'qualified')], { deciders: [person(91)] }],
    ['has nobody in it from elsewhere', 'DeciderNotOnCommittee', eight, [give(3, 'qualified')], { deciders: [person(91), person(40)] }],
    ['decides on one of its own without him', 'accepted', [member(91)], [give(91, 'qualified')]],
    ['lets nobody decide his own grade', 'OwnGrade', [member(91)], [give(91, 'qualified')], { deciders: [person(91)], committee: [person(91)] }],
  ];
  it.each(cases)('%s: %s', (_, expected, members, given, change = {}) => {
    expect(refusalOf(() => demandGrades(result, members, given, { ...meeting, ...change })), 'D-23').toBe(expected);
  });

  it('D-23: nobody is among those who decided his own grade', () => {
    expect(decidersOf(person(91), meeting.deciders), 'he decided on himself').toEqual([person(92)]);
  });

  const gradings = fc.record({ size: fc.integer({ min: 1, max: 40 }), best: fc.array(fc.boolean(), { minLength: 40, maxLength: 40 }), order: fc.array(fc.integer(), { minLength: 40, maxLength: 40 }) });
  always('D-23: no accepted grading passes the floor of a third, in whatever order it is entered', gradings, 200, ({ size, best, order }) => {
    const members = Array.from({ length: size }, (_, at) => member(at, { proposed: 'excellent' }));
    const given = members.map(({ person: id }, at) => ({ person: id, grade: best[at] ? 'excellent' : 'qualified', reason: '事实', talkedOn: '2027-01-19' }));
    const shuffled = given.map((one, at) => ({ one, at: order[at] ?? 0 })).toSorted((left, right) => left.at - right.at).map(({ one }) => one);
    const excellent = given.filter(({ grade }) => grade === 'excellent').length;
    const [straight, otherwise] = [given, shuffled].map((list) => refusalOf(() => demandGrades(result, members, list, meeting)));
    expect(straight, 'D-23: the cap is the floor of a third').toBe(excellent * 3 <= size ? 'accepted' : 'GradesOverCap');
    expect(otherwise, 'D-23: the order decided').toBe(straight);
  });
});

describe('the ballots', () => {
  const register = (id: string): Register => ({ id, label, persons: 'one', keptBy: 'branch' });
  const kinds: BallotKind[] = ['party', 'mass'].map((id) => ({ register: register(id), part: id, label, answers: ['good', 'poor'], least: null }));
  const papers = (issued: number, received = issued, valid = received, id = 'party') => ({ register: id, issued, received, valid });
  const row = (at: number, good: number, abstained = 0, id = 'party') => ({ person: person(at), register: id, counts: { good, abstained } });
  const cases: readonly [string, string, ReturnType<typeof papers>[], ReturnType<typeof row>[]][] = [
    ['fit', 'accepted', [papers(9)], [row(0, 9), row(1, 9)]],
    ['count abstentions as answers to a valid paper', 'accepted', [papers(9)], [row(0, 9), row(1, 7, 2)]],
    ['may be spoiled', 'accepted', [papers(9, 8, 7)], [row(0, 7), row(1, 7)]],
    ['do not come back in greater number', 'BallotsAboveIssued', [papers(8, 9)], [row(0, 9), row(1, 9)]],
    ['are not valid in greater number', 'BallotsAboveIssued', [papers(9, 8, 9)], [row(0, 9), row(1, 9)]],
    ['are not handed to more than may vote', 'BallotsAboveEntitled', [papers(11)], [row(0, 11), row(1, 11)]],
    ['come back from half or more: five of ten', 'accepted', [papers(5)], [row(0, 5), row(1, 5)]],
    ['are void when fewer come back', 'BallotsBelowQuorum', [papers(9, 4)], [row(0, 4), row(1, 4)]],
    ['are void without those of members', 'BallotsBelowQuorum', [papers(9, 9, 9, 'mass')], [row(0, 9, 0, 'mass'), row(1, 9, 0, 'mass')]],
    ['are as many for each member as are valid', 'BallotRowsDiffer', [papers(9)], [row(0, 9), row(1, 8)]],
    ['leave nobody out', 'BallotRowsDiffer', [papers(9)], [row(0, 9)]],
    ['count nobody twice', 'BallotRowsDiffer', [papers(9)], [row(0, 9), row(1, 5), row(1, 4)]],
    ['are on nobody who is not evaluated', 'PersonNotEvaluated', [papers(9)], [row(0, 9), row(1, 9), row(2, 9)]],
    ['of others have no quorum', 'accepted', [papers(9), papers(3, 3, 3, 'mass')], [row(0, 9), row(1, 9), row(0, 3, 0, 'mass'), row(1, 3, 0, 'mass')]],
    ['have no rows of what was not handed out', 'PersonNotEvaluated', [papers(9), papers(0, 0, 0, 'mass')], [row(0, 9), row(1, 9), row(0, 3, 0, 'mass')]],
  ];
  it.each(cases)('%s: %s', (_, expected, handed, rows) => {
    expect(refusalOf(() => demandBallots({ day: '2027-01-18', papers: handed, rows }, kinds, [person(0), person(1)], 10, '1/2'))).toBe(expected);
  });

  it('D-24: half or more of nine are five', () => {
    const of = (received: number) => refusalOf(() => demandBallots({ day: '2027-01-18', papers: [papers(9, received)], rows: [row(0, received)] }, kinds, [person(0)], 9, '1/2'));
    expect([of(4), of(5)]).toEqual(['BallotsBelowQuorum', 'accepted']);
  });
});

describe('the stages', () => {
  const stages: readonly ReviewStage[] = ['opened', 'balloted', 'scored', 'graded', 'submitted', 'returned', 'approved'];
  const table: Readonly<Record<ReviewMove, string>> = {
    keepSteps: 'yyyy-y-', enterBallots: 'y------', withdrawBallots: '-y-----', score: '-yyy-y-', grade: '--yy-y-', submit: '---y---', return: '----y--', approve: '----y--',
  };
  it.each(Object.entries(table) as [ReviewMove, string][])('%s is open from the stages of its row alone', (move, row) => {
    expect(stages.map((stage) => (isOpen(stage, move) ? 'y' : '-')).join('')).toBe(row);
    for (const stage of stages) {
      const pinned = !['opened', 'balloted'].includes(stage);
      const ballots = stage === 'opened' ? null : { day: '2027-01-18', entitled: 9, papers: [] };
      const pin = pinned ? { scheme: 'dezhou', schemeVersion: 1, evaluator: 1, asOfSeq: 1, date: '2026-12-31' } : null;
      const refusal = refusalOf(() => demandStage({ stage, ballots, pin }, move));
      if (isOpen(stage, move)) expect(refusal).toBe('accepted');
      else expect(refusal).toBe(move === 'enterBallots' ? 'BallotedAlready' : (move === 'grade' || move === 'submit') && !pinned ? 'NotBallotedYet' : 'ReviewAtOtherStage');
    }
  });

  it('begin in the last quarter and end in the summer after', () => {
    expect(['2026-09-30', '2026-10-01', '2027-06-30', '2027-07-01'].map((today) => refusalOf(() => demandSeason(2026, today)))).toEqual(['ReviewNotOpenYet', 'accepted', 'accepted', 'ReviewOver']);
  });

  it('are submitted with every step dated and everybody graded who is evaluated', () => {
    const state = {
      organisation: person(80), year: 2026, stage: 'graded' as const, steps: [{ step: 'selfReview', day: '2027-01-10' }], ballots: { day: '2027-01-18', entitled: 9, papers: [{ register: 'party', issued: 9, received: 9, valid: 9 }] },
      pin: null, members: [member(0, { grade: 'qualified' }), member(1, { exempt: 'longIllness' })], gradedOn: '2027-01-20', deciders: [], approvedOn: null, movedOn: '2027-01-20',
    };
    expect(refusalOf(() => demandComplete(result, state))).toBe('accepted');
    expect(refusalOf(() => demandComplete(result, { ...state, steps: [] }))).toBe('ReviewHasGaps');
    expect(refusalOf(() => demandComplete(result, { ...state, members: [...state.members, member(2)] }))).toBe('ReviewHasGaps');
  });
});
