import { z } from 'zod';
import { contract } from '#domain/contracts/contract.ts';
import { civilDate, id, word } from '#domain/facts/contract.ts';
import { jobProgress } from '#domain/jobs/contract.ts';

const version = z.number().int().min(1);
const words = z.strictObject({ zh: z.string(), en: z.string() });
const hundredths = z.number().int();
const card = z.strictObject({ id, name: z.string() });
const numbered = card.extend({ number: z.string() });
const year = z.coerce.number().int().min(2000).max(2199);
/** 文号 or number of minutes. */
const document = z.string().trim().min(2).max(60);
const reason = z.string().trim().min(2).max(300);
const stage = z.enum(['opened', 'scored', 'deliberated', 'noticed', 'approved', 'circulated']);

/** 签收: who signed for the result of a branch, and when. */
const receipt = z.strictObject({ on: civilDate, by: z.string(), remark: z.string() });
const selfReview = z.strictObject({ filedOn: civilDate, score: hundredths.nullable(), remark: z.string() });

/** A part that is missing, with the register that fills it. */
const gap = z.strictObject({ part: word, label: words, register: word.nullable() });
const branchLine = z.strictObject({
  organisation: numbered,
  score: hundredths.nullable(),
  parts: z.array(z.strictObject({ part: word, value: hundredths.nullable() })),
  gaps: z.array(gap), vetoes: z.array(z.strictObject({ label: words, clause: z.string() })),
  ungraded: z.enum(['months', 'excluded']).nullable(),
  /** What the grading looks at, so that the form can propose while a body decides. */
  atMost: word.nullable(), ties: z.array(hundredths),
  proposed: word.nullable(), grade: word.nullable(), reason: z.string(),
  self: selfReview.nullable(),
  receipt: receipt.nullable(),
});
export type ReviewLine = z.output<typeof branchLine>;

const head = z.strictObject({
  review: id, version, revision: z.number().int(), stage, selfUntil: civilDate,
  asOf: z.strictObject({ seq: z.number().int(), day: civilDate }).nullable(),
  deliberatedOn: civilDate.nullable(), minutes: z.string(),
  notice: z.strictObject({ from: civilDate, until: civilDate, provisional: z.boolean(), over: z.boolean(), working: z.number().int() }).nullable(),
  approvedOn: civilDate.nullable(), approval: z.string(), circulatedOn: civilDate.nullable(), circular: z.string(),
});
export type ReviewHead = z.output<typeof head>;
const step = z.strictObject({ stage, on: civilDate, by: z.string().nullable(), back: z.boolean(), words: z.string(),
  /** 自评截止日, where this version moved it. */
  movedTo: civilDate.nullable(),
});
const grade = z.strictObject({
  id: word, label: words, atLeast: hundredths.nullable(), quota: z.string().nullable(), clause: z.string().nullable(),
  places: z.number().int().nullable(), given: z.number().int(),
});
export type ReviewGrade = z.output<typeof grade>;

export const branchReviewView = z.strictObject({
  year: z.number().int(), organisation: card, scopes: z.array(card),
  result: z.strictObject({ id: word, label: words, tied: z.enum(['decide', 'togetherDown']), parts: z.array(z.strictObject({ id: word, label: words, weight: hundredths.nullable() })) }).nullable(),
  scheme: z.strictObject({ label: words, version: z.number().int() }).nullable(),
  head: head.nullable(),
  revisions: z.array(z.strictObject({ revision: z.number().int(), stage, circulatedOn: civilDate.nullable() })),
  grades: z.array(grade),
  /** Equals at the line of a quota, for whom a body decides. */
  undecided: z.strictObject({ grade: word, places: z.number().int(), tied: z.array(id) }).nullable(),
  branches: z.array(branchLine),
  /** The earliest last day of a notice that is given today. */
  noticeUntil: z.strictObject({ day: civilDate, provisional: z.boolean() }).nullable(),
  /** Parts as they stand now, without a score, because nothing is scored yet. */
  live: z.boolean(),
  /** One's own scoring, while it is under way or when it was refused. */
  scoring: jobProgress.nullable(),
  steps: z.array(step),
  openMonths: z.array(z.string()), objections: z.number().int(), yearFinal: z.boolean(),
  may: z.strictObject({
    open: z.boolean(), moveSelf: z.boolean(), score: z.boolean(), deliberate: z.boolean(), notice: z.boolean(), approve: z.boolean(), circulate: z.boolean(), back: z.boolean(), revise: z.boolean(), makeFinal: z.boolean(),
  }),
});
export type BranchReviewView = z.output<typeof branchReviewView>;

export const readReview = contract({
  name: 'readReview', method: 'GET', path: '/branch-reviews',
  summary: { zh: '年度考核', en: 'The annual review of branches, with its step' },
  input: z.strictObject({ organisation: id.optional(), year: year.optional(), revision: z.coerce.number().int().min(0).max(99).optional() }),
  output: branchReviewView,
  refusals: [],
});

const moved = z.strictObject({ review: id, version });
const read = { review: id, version };

export const openReview = contract({
  name: 'openReview', method: 'POST', path: '/organisations/:organisation/branch-reviews',
  summary: { zh: '布置年度考核', en: 'Open the review of a year' },
  input: z.strictObject({ organisation: id, year: z.number().int().min(2000).max(2199), selfUntil: civilDate }),
  output: moved,
  refusals: ['ReviewTooEarly', 'ReviewExists', 'SelfReviewEndsInPast', 'NoBranchResult'],
});

export const moveSelfReviewDay = contract({
  name: 'moveSelfReviewDay', method: 'PUT', path: '/branch-reviews/:review/self-review-day',
  summary: { zh: '调整自评截止日', en: 'Move the last day for self-reviews' },
  input: z.strictObject({ ...read, selfUntil: civilDate, reason: z.string().trim().min(2).max(300) }),
  output: moved,
  refusals: ['StepNotNext', 'SelfReviewEndsInPast', 'SelfReviewDayStays', 'FactChanged'],
});

export const scoreReview = contract({
  name: 'scoreReview', method: 'POST', path: '/branch-reviews/:review/scoring',
  summary: { zh: '核分', en: 'Score the year of every branch' },
  input: z.strictObject(read),
  output: z.strictObject({ job: id }),
  refusals: ['YearNotOver', 'MonthsNotLocked', 'StepNotNext', 'FactChanged', 'NoBranchResult', 'ScoringDisturbed'],
});

export const deliberateReview = contract({
  name: 'deliberateReview', method: 'POST', path: '/branch-reviews/:review/deliberation',
  summary: { zh: '登记机关党委研究结果', en: 'Enter the grades that the organs committee proposes' },
  input: z.strictObject({
    ...read, on: civilDate, minutes: document,
    places: z.array(z.strictObject({ grade: word, organisations: z.array(id).min(1).max(500), reason: z.string().trim().max(300) })).max(20),
    grades: z.array(z.strictObject({ organisation: id, grade: word, reason: z.string().trim().max(300) })).max(20_000),
  }),
  output: moved.extend({ stage }),
  refusals: [
    'StepNotNext', 'StepBeforeLast', 'TieUndecided', 'PlaceNotTied', 'ReasonMissing', 'BranchWithoutGrade', 'GradeAboveVeto', 'GradeBelowScore', 'TooManyPlaces', 'FactChanged',
  ],
});

export const issueReviewNotice = contract({
  name: 'issueReviewNotice', method: 'POST', path: '/branch-reviews/:review/notice',
  summary: { zh: '公示', en: 'Give public notice of the proposed best grade' },
  input: z.strictObject({ ...read, until: civilDate }),
  output: moved,
  refusals: ['StepNotNext', 'NobodyToList', 'NoticeTooShort', 'FactChanged'],
});

export const approveReview = contract({
  name: 'approveReview', method: 'POST', path: '/branch-reviews/:review/approval',
  summary: { zh: '登记局党委审定', en: 'Enter the approval by the bureau committee' },
  input: z.strictObject({ ...read, on: civilDate, document }),
  output: moved,
  refusals: ['StepNotNext', 'StepBeforeLast', 'NoticeMissing', 'NoticeNotOver', 'NoticeProvisional', 'ObjectionOpen', 'FactChanged'],
});

export const circulateReview = contract({
  name: 'circulateReview', method: 'POST', path: '/branch-reviews/:review/circular',
  summary: { zh: '通报', en: 'Circulate the approved grades' },
  input: z.strictObject({ ...read, on: civilDate, document }),
  output: moved,
  refusals: ['StepNotNext', 'StepBeforeLast', 'FactChanged'],
});

export const returnReview = contract({
  name: 'returnReview', method: 'POST', path: '/branch-reviews/:review/return',
  summary: { zh: '退回年度考核', en: 'Send the review back to an earlier step' },
  input: z.strictObject({ ...read, to: z.enum(['opened', 'scored', 'deliberated']), reason }),
  output: moved,
  refusals: ['StepNotNext', 'FactChanged'],
});

export const reviseReview = contract({
  name: 'reviseReview', method: 'POST', path: '/branch-reviews/:review/revision',
  summary: { zh: '修订年度考核', en: 'Begin a revision of a circulated review' },
  input: z.strictObject({ ...read, reason }),
  output: moved.extend({ revision: z.number().int() }),
  refusals: ['StepNotNext', 'RevisionRunning', 'FactChanged'],
});
