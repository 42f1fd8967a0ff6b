import { z } from 'zod';
import { contract } from '#domain/contracts/contract.ts';
import type { Grounds } from '#domain/engine/evaluation.ts';
import { civilDate, id, word } from '#domain/facts/contract.ts';

const version = z.number().int().min(1);
const words = z.strictObject({ zh: z.string(), en: z.string() });
const hundredths = z.number().int();
const count = z.number().int().min(0).max(9999);
const year = z.coerce.number().int().min(2000).max(2199);
const card = z.strictObject({ id, name: z.string() });
const personCard = z.strictObject({ id, name: z.string(), number: z.string() });
const said = z.string().trim().max(500);
const reason = z.string().trim().min(2).max(500);
const document = z.string().trim().min(2).max(100);
const grounds = z.custom<Grounds>((value) => typeof value === 'object' && value !== null && 'how' in value);
const stage = z.enum(['none', 'opened', 'balloted', 'scored', 'graded', 'submitted', 'returned', 'approved']);
export type ReviewStanding = z.output<typeof stage>;

const figure = z.strictObject({ part: z.string(), value: hundredths.nullable() });
const ballotCounts = z.strictObject({ register: z.string(), counts: z.record(z.string(), count), waiting: z.boolean() });
const reviewedMember = z.strictObject({
  person: personCard,
  /** By which class he is not evaluated. */
  exempt: words.nullable(),
  value: hundredths.nullable(),
  figures: z.array(figure),
  ballots: z.array(ballotCounts),
  vetoes: z.array(words),
  proposed: z.string().nullable(), tied: z.boolean(),
  grade: z.string().nullable(), reason: z.string(), talkedOn: civilDate.nullable(),
  /** 改评 after an objection: the grade before it, and when it was decided. */
  regraded: z.strictObject({ from: z.string(), on: civilDate }).nullable(),
});
export type ReviewedMemberView = z.output<typeof reviewedMember>;

const ballotKind = z.strictObject({
  register: z.string(), part: z.string(), label: words, least: z.number().int().nullable(),
  answers: z.array(z.strictObject({ id: z.string(), label: words, counts: z.boolean() })),
});
export type BallotKindView = z.output<typeof ballotKind>;
const gradeView = z.strictObject({
  id: z.string(), label: words, atLeast: hundredths.nullable(), quota: z.string().nullable(), places: z.number().int().nullable(), decided: z.boolean(),
});
export type GradeView = z.output<typeof gradeView>;
const papers = z.strictObject({ register: word, issued: count, received: count, valid: count });

export const memberReviewView = z.strictObject({
  organisation: card, year: z.number().int(), review: id.nullable(), version: version.nullable(), stage,
  scheme: z.strictObject({ label: words, version }),
  opens: civilDate, closes: civilDate,
  steps: z.array(z.strictObject({ step: z.string(), label: words, day: civilDate.nullable(), kept: z.boolean() })),
  kinds: z.array(ballotKind), quorum: z.string().nullable(), entitled: z.number().int(),
  ballots: z.strictObject({ day: civilDate, entitled: count, papers: z.array(papers) }).nullable(),
  /** Counts that another still has to check. */
  waiting: z.number().int(),
  parts: z.array(z.strictObject({ part: z.string(), label: words, full: hundredths.nullable() })),
  grades: z.array(gradeView),
  /** Those who are evaluated, of whom the places are counted. */
  taking: z.number().int(),
  members: z.array(reviewedMember),
  pin: z.strictObject({ seq: z.number().int(), day: civilDate }).nullable(),
  gradedOn: civilDate.nullable(), approvedOn: civilDate.nullable(), minutes: z.string(), document: z.string(), returned: z.string(),
  deciders: z.array(card), candidates: z.array(card.extend({ key: z.string() })),
  history: z.array(z.strictObject({ stage, regraded: z.boolean(), on: civilDate, by: z.string().nullable() })),
  told: z.strictObject({ all: z.number().int(), confirmed: z.number().int(), objected: z.number().int() }),
  may: z.strictObject({
    figures: z.boolean(), keepSteps: z.boolean(), enterBallots: z.boolean(), withdrawBallots: z.boolean(), score: z.boolean(), grade: z.boolean(), submit: z.boolean(), return: z.boolean(), approve: z.boolean(),
  }),
});
export type MemberReviewView = z.output<typeof memberReviewView>;

export const readMemberReview = contract({
  name: 'readMemberReview', method: 'GET', path: '/organisations/:organisation/member-reviews/:year',
  summary: { zh: '党员年度综合评价', en: 'The evaluation of a branch’s members for a year' },
  input: z.strictObject({ organisation: id, year }),
  output: memberReviewView,
  refusals: ['NoMemberResult'],
});

export const readMemberYear = contract({
  name: 'readMemberYear', method: 'GET', path: '/organisations/:organisation/member-reviews/:year/members/:person',
  summary: { zh: '综合分依据', en: 'Why a member’s year is what it is' },
  input: z.strictObject({ organisation: id, year, person: id }),
  /** `recomputes`: the log as it was known gives what was pinned; true while nothing is pinned. */
  output: z.strictObject({ value: hundredths.nullable(), grounds, names: z.record(z.string(), words), recomputes: z.boolean() }),
  refusals: ['NoMemberResult', 'PersonNotEvaluated'],
});

const moved = z.strictObject({ review: id, version });
const about = { review: id, version };

export const keepReviewSteps = contract({
  name: 'keepReviewSteps', method: 'POST', path: '/organisations/:organisation/member-reviews/:year/steps',
  summary: { zh: '填写评议步骤日期', en: 'Open the evaluation of a year, or keep the days of its steps' },
  input: z.strictObject({ organisation: id, year, version: version.nullable(), steps: z.array(z.strictObject({ step: word, day: civilDate })).max(20) }),
  output: moved,
  refusals: ['NoMemberResult', 'ReviewNotOpenYet', 'ReviewOver', 'ReviewAtOtherStage', 'StepUnknown', 'StepsOutOfOrder', 'DayInFuture', 'FactChanged'],
});

export const enterBallots = contract({
  name: 'enterBallots', method: 'POST', path: '/member-reviews/:review/ballots',
  summary: { zh: '录入民主测评票数', en: 'Enter the counts of the ballots of a branch' },
  input: z.strictObject({
    ...about, day: civilDate, papers: z.array(papers).min(1).max(10),
    rows: z.array(z.strictObject({ person: id, register: word, counts: z.record(word, count) })).max(6000),
  }),
  output: moved.extend({ entries: z.number().int() }),
  refusals: [
    'BallotedAlready', 'ReviewAtOtherStage', 'ReviewNotOpenYet', 'ReviewOver', 'BallotsAboveIssued', 'BallotsAboveEntitled', 'BallotsBelowQuorum', 'BallotRowsDiffer', 'PersonNotEvaluated',
    'StepsOutOfOrder', 'DayInFuture', 'EntryThere', 'EntryIncomplete', 'FactChanged', 'LateFilingNeedsGrant', 'YearFinal',
  ],
});

export const withdrawBallots = contract({
  name: 'withdrawBallots', method: 'POST', path: '/member-reviews/:review/ballots/withdrawal',
  summary: { zh: '撤回测评票数', en: 'Take the counts of the ballots back as a whole' },
  input: z.strictObject({ ...about, reason }),
  output: moved.extend({ entries: z.number().int() }),
  refusals: ['ReviewAtOtherStage', 'FactChanged', 'LateFilingNeedsGrant', 'YearFinal'],
});

export const scoreMemberReview = contract({
  name: 'scoreMemberReview', method: 'POST', path: '/member-reviews/:review/scoring',
  summary: { zh: '核对票数并核算', en: 'Check the counts and pin what everybody comes to' },
  input: z.strictObject(about),
  /** While `waiting` is not zero, others have to check the rest, and nothing is pinned yet. */
  output: moved.extend({ checked: z.number().int(), waiting: z.number().int() }),
  refusals: ['ReviewAtOtherStage', 'BallotsNotToCheck', 'FactChanged'],
});

export const gradeMembers = contract({
  name: 'gradeMembers', method: 'POST', path: '/member-reviews/:review/grading',
  summary: { zh: '组织评定等次', en: 'Grades by the branch committee' },
  input: z.strictObject({
    ...about, day: civilDate, minutes: document, deciders: z.array(id).min(1).max(60),
    grades: z.array(z.strictObject({ person: id, grade: word, reason: said, talkedOn: civilDate.nullable() })).max(3000),
  }),
  output: moved,
  refusals: [
    'NotBallotedYet', 'ReviewAtOtherStage', 'PersonNotEvaluated', 'GradeUnknown', 'GradesOverCap', 'GradeAboveVeto', 'GradeBelowThreshold', 'GradeNeedsReason', 'GradeNeedsTalk',
    'OwnGrade', 'DeciderNotOnCommittee', 'DecidersTooFew', 'StepsOutOfOrder', 'DayInFuture', 'FactChanged',
  ],
});

export const submitMemberReview = contract({
  name: 'submitMemberReview', method: 'POST', path: '/member-reviews/:review/submission',
  summary: { zh: '提请审定', en: 'Submit for approval' },
  input: z.strictObject(about),
  output: moved,
  refusals: ['NotBallotedYet', 'ReviewAtOtherStage', 'ReviewHasGaps', 'FactChanged'],
});

export const returnMemberReview = contract({
  name: 'returnMemberReview', method: 'POST', path: '/member-reviews/:review/return',
  summary: { zh: '退回年度综合评价', en: 'Return the evaluation with a reason' },
  input: z.strictObject({ ...about, reason }),
  output: moved,
  refusals: ['ReviewAtOtherStage', 'OwnBranch', 'FactChanged'],
});

export const approveMemberReview = contract({
  name: 'approveMemberReview', method: 'POST', path: '/member-reviews/:review/approval',
  summary: { zh: '审定年度综合评价', en: 'Approve the evaluation; every member is told' },
  input: z.strictObject({ ...about, day: civilDate, document }),
  output: moved.extend({ told: z.number().int() }),
  refusals: ['ReviewAtOtherStage', 'OwnBranch', 'ReviewHasGaps', 'DayInFuture', 'FactChanged'],
});

const reviewLine = z.strictObject({
  organisation: z.strictObject({ id, name: z.string(), number: z.string() }), stage,
  taking: z.number().int(), graded: z.number().int(), best: z.number().int(), places: z.number().int().nullable(), objected: z.number().int(), movedOn: civilDate.nullable(),
});
export type ReviewLine = z.output<typeof reviewLine>;

export const listMemberReviews = contract({
  name: 'listMemberReviews', method: 'GET', path: '/member-reviews',
  summary: { zh: '各支部年度综合评价', en: 'How far each branch is with the evaluation of a year' },
  input: z.strictObject({ year: year.optional() }),
  output: z.strictObject({ year: z.number().int(), years: z.array(z.number().int()), items: z.array(reviewLine), mayReadReference: z.boolean() }),
  refusals: [],
});
