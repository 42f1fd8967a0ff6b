import { z } from 'zod';
import { contract } from '#domain/contracts/contract.ts';
import type { Grounds } from '#domain/engine/evaluation.ts';
import { civilDate, id, word } from '#domain/facts/contract.ts';

const version = z.number().int().min(1);
const words = z.strictObject({ zh: z.string(), en: z.string() });
const hundredths = z.number().int();
const year = z.coerce.number().int().min(2000).max(2199);
const card = z.strictObject({ id, name: z.string() });
const personCard = z.strictObject({ id, name: z.string(), number: z.string() });
const said = z.string().trim().min(2).max(500);
const verdict = z.enum(['upheld', 'rejected']);
const standing = z.enum(['told', 'silent', 'confirmed', 'objected', 'answered']);
export type ResultStanding = z.output<typeof standing>;
const grounds = z.custom<Grounds>((value) => typeof value === 'object' && value !== null && 'how' in value);

const resultView = z.strictObject({
  result: id, version, year: z.number().int(), standing, verdict: verdict.nullable(),
  person: personCard, organisation: card,
  value: hundredths.nullable(), grade: words,
  /** 改评: the grade before it, and the day and minutes of the meeting that changed it. */
  regraded: z.strictObject({ from: words, on: civilDate, minutes: z.string() }).nullable(),
  reason: z.string(), talkedOn: civilDate.nullable(), approvedOn: civilDate.nullable(), document: z.string(),
  parts: z.array(z.strictObject({ part: z.string(), label: words, full: hundredths.nullable(), value: hundredths.nullable() })),
  toldOn: civilDate, deadline: civilDate.nullable(),
  /** While an objection waits: the last day of the office. */
  answerBy: civilDate.nullable(),
  scheme: z.strictObject({ label: words, version }), asOf: z.strictObject({ seq: z.number().int(), day: civilDate }),
  history: z.array(z.strictObject({ standing, grade: words, on: civilDate, by: z.string().nullable(), words: z.string() })),
  may: z.strictObject({ confirm: z.boolean(), object: z.boolean(), answer: z.boolean(), regrade: z.boolean() }),
});
export type MemberResultView = z.output<typeof resultView>;

export const listOwnResults = contract({
  name: 'listOwnResults', method: 'GET', path: '/my-results',
  summary: { zh: '我的年度评价', en: 'My evaluations, the latest year first' },
  input: z.strictObject({}),
  output: z.strictObject({ items: z.array(resultView) }),
  refusals: [],
});

export const readMemberResult = contract({
  name: 'readMemberResult', method: 'GET', path: '/member-results/:result',
  summary: { zh: '年度评价结果', en: 'What a member was told of his year, with its grounds' },
  input: z.strictObject({ result: id }),
  output: resultView.extend({ grounds, names: z.record(z.string(), words), recomputes: z.boolean() }),
  refusals: [],
});
export type MemberResultSheet = z.output<typeof readMemberResult.output>;

export const listResultsOfReview = contract({
  name: 'listResultsOfReview', method: 'GET', path: '/member-reviews/:review/results',
  summary: { zh: '支部年度评价结果', en: 'What the members of a branch were told' },
  input: z.strictObject({ review: id }),
  output: z.strictObject({ organisation: card, year: z.number().int(), items: z.array(resultView) }),
  refusals: [],
});

const moved = z.strictObject({ version });

export const confirmResult = contract({
  name: 'confirmResult', method: 'POST', path: '/member-results/:result/confirmation',
  summary: { zh: '确认阅知', en: 'Confirm having read one’s evaluation' },
  input: z.strictObject({ result: id, version }),
  output: moved,
  refusals: ['ResultSettled', 'FactChanged'],
});

export const objectToResult = contract({
  name: 'objectToResult', method: 'POST', path: '/member-results/:result/objection',
  summary: { zh: '对年度评价提出异议', en: 'Object to one’s evaluation' },
  input: z.strictObject({ result: id, version, words: said }),
  output: moved,
  refusals: ['ResultSettled', 'FactChanged'],
});

export const answerResult = contract({
  name: 'answerResult', method: 'POST', path: '/member-results/:result/answer',
  summary: { zh: '答复年度评价异议', en: 'Answer an objection to an evaluation; upheld, the grade is changed, or it goes back to the branch' },
  input: z.strictObject({
    result: id, version, verdict, words: said,
    /** 改评 by a meeting of the organs committee; without it an upheld objection sends the evaluation back to the branch. */
    regrade: z.strictObject({ grade: word, day: civilDate, minutes: z.string().trim().min(2).max(100), talkedOn: civilDate.nullable() }).nullable().default(null),
  }),
  output: moved,
  refusals: [
    'ResultNotDisputed', 'OwnResult', 'OwnBranch', 'RegradeNotApproved', 'PersonNotEvaluated', 'GradeUnknown', 'GradeStays', 'NoPlaceLeft', 'GradeAboveVeto', 'GradeBelowThreshold', 'GradeNeedsReason', 'GradeNeedsTalk',
    'DayInFuture', 'FactChanged',
  ],
});

const referenceLine = z.strictObject({ person: personCard, organisation: z.strictObject({ id, name: z.string(), number: z.string() }), grade: words });
export type ReferenceLine = z.output<typeof referenceLine>;

/** By branch and number: a reference has neither order by points nor the points themselves (D-65). */
export const readAwardReference = contract({
  name: 'readAwardReference', method: 'GET', path: '/award-reference',
  summary: { zh: '评优参考', en: 'Who meets the conditions of a reference for awards; never automatic' },
  input: z.strictObject({ year: year.optional() }),
  output: z.strictObject({ year: z.number().int(), years: z.array(z.number().int()), conditions: z.array(words), approved: z.number().int(), items: z.array(referenceLine) }),
  refusals: [],
});

export const readTransferSheet = contract({
  name: 'readTransferSheet', method: 'GET', path: '/people/:person/transfer-sheet',
  summary: { zh: '积分转移单', en: 'Points that a member takes along to another branch' },
  input: z.strictObject({ person: id, year: year.optional() }),
  output: z.strictObject({
    person: personCard, year: z.number().int(),
    transfers: z.array(z.strictObject({
      day: civilDate, from: card, to: card, total: hundredths.nullable(), full: hundredths.nullable(),
      parts: z.array(z.strictObject({ part: z.string(), label: words, full: hundredths.nullable(), value: hundredths.nullable() })),
      grounds: grounds.nullable(), names: z.record(z.string(), words), groundsHash: z.string(),
    })),
    scheme: z.strictObject({ label: words, version }).nullable(), asOf: z.strictObject({ seq: z.number().int(), day: civilDate }),
  }),
  refusals: ['NotTransferred'],
});
export type TransferSheetView = z.output<typeof readTransferSheet.output>;
