import { z } from 'zod';
import { contract } from '#domain/contracts/contract.ts';
import type { Grounds } from '#domain/engine/evaluation.ts';
import { civilDate, id, word } from '#domain/facts/contract.ts';
import { branchReviewView } from './contract.ts';

const words = z.strictObject({ zh: z.string(), en: z.string() });
const hundredths = z.number().int();
const card = z.strictObject({ id, name: z.string() });
const year = z.coerce.number().int().min(2000).max(2199);
const grounds = z.custom<Grounds>((value) => typeof value === 'object' && value !== null && 'how' in value);
const view = branchReviewView.shape;

export const readBranchReview = contract({
  name: 'readBranchReview', method: 'GET', path: '/organisations/:organisation/branch-review',
  summary: { zh: '本支部年度考核', en: 'The annual review of one branch' },
  input: z.strictObject({ organisation: id, year: year.optional() }),
  output: z.strictObject({
    organisation: card, year: z.number().int(), by: card.nullable(),
    result: view.result, scheme: view.scheme, grades: z.array(z.strictObject({ id: word, label: words, atLeast: hundredths.nullable() })),
    head: view.head, steps: view.steps,
    /** Pinned once it is scored; grades are told when they are decided. */
    line: view.branches.element.nullable(), live: z.boolean(),
    /** Past years with their approved grade. */
    years: z.array(z.strictObject({ year: z.number().int(), score: hundredths.nullable(), grade: words.nullable() })),
    /** Under what an objection to the score of the year is raised; null for whom it is not. */
    objection: word.nullable(),
    may: z.strictObject({ self: z.boolean(), sign: z.boolean() }),
  }),
  refusals: ['NoBranchResult'],
});
export type BranchReviewOfOne = z.output<typeof readBranchReview.output>;

export const readReviewGrounds = contract({
  name: 'readReviewGrounds', method: 'GET', path: '/organisations/:organisation/branch-review/grounds',
  summary: { zh: '年度得分依据', en: 'Why a branch has its score of the year, as pinned and as it is now' },
  input: z.strictObject({ organisation: id, year, revision: z.coerce.number().int().min(0).max(99).optional() }),
  output: z.strictObject({
    grounds, names: z.record(z.string(), words),
    /** The log of then gives the same grounds still. */
    recomputes: z.boolean(),
    pinned: hundredths.nullable(), now: hundredths.nullable(),
    /** What is worth something else now. */
    differences: z.array(z.strictObject({ id: z.string(), label: words, before: hundredths.nullable(), after: hundredths.nullable() })),
  }),
  refusals: ['NoBranchResult'],
});

export const readReviewChanges = contract({
  name: 'readReviewChanges', method: 'GET', path: '/branch-reviews/:review/changes',
  summary: { zh: '核分后变动', en: 'Which branches have entries that came after scoring' },
  input: z.strictObject({ review: id }),
  output: z.strictObject({ items: z.array(z.strictObject({ organisation: id, entries: z.number().int() })) }),
  refusals: [],
});

export const fileSelfReview = contract({
  name: 'fileSelfReview', method: 'POST', path: '/organisations/:organisation/self-reviews',
  summary: { zh: '提交支部自评', en: 'File the self-review of a branch' },
  input: z.strictObject({ organisation: id, year: z.number().int().min(2000).max(2199), remark: z.string().trim().max(500) }),
  output: z.strictObject({ selfReview: id, filedOn: civilDate }),
  refusals: ['SelfReviewClosed', 'YearNotOver', 'NoBranchResult'],
});

export const signReviewResult = contract({
  name: 'signReviewResult', method: 'POST', path: '/organisations/:organisation/branch-review/receipt',
  summary: { zh: '签收年度考核结果', en: 'Sign for the result of a circulated review, with a remark' },
  input: z.strictObject({ organisation: id, review: id, remark: z.string().trim().max(300) }),
  output: z.strictObject({ review: id, signedOn: civilDate }),
  refusals: ['ReviewNotCirculated', 'ReviewSignedAlready'],
});

export const readReviewNotice = contract({
  name: 'readReviewNotice', method: 'GET', path: '/review-notices/:review',
  summary: { zh: '年度考核结果公示', en: 'The public notice of a review' },
  input: z.strictObject({ review: id }),
  output: z.strictObject({
    organisation: card, year: z.number().int(), grade: words, from: civilDate, until: civilDate, provisional: z.boolean(),
    branches: z.array(card.extend({ fullName: z.string() })),
  }),
  refusals: [],
});

export const readGradeHistory = contract({
  name: 'readGradeHistory', method: 'GET', path: '/grade-history',
  summary: { zh: '历年等次', en: 'Approved grades of branches over the years' },
  input: z.strictObject({ organisation: id.optional() }),
  output: z.strictObject({
    organisation: card, scopes: z.array(card), years: z.array(z.number().int()),
    /** Of the latest year, from the best. */
    grades: z.array(z.strictObject({ id: word, label: words })),
    /** Years before the scheme, whose grades one may bring along; empty for whom it is not. */
    entering: z.array(z.number().int()),
    branches: z.array(z.strictObject({
      organisation: card.extend({ number: z.string() }),
      years: z.array(z.strictObject({ year: z.number().int(), revision: z.number().int(), score: hundredths.nullable(), grade: word.nullable(), label: words.nullable() })),
    })),
  }),
  refusals: [],
});
export type GradeHistory = z.output<typeof readGradeHistory.output>;

export const enterPastGrades = contract({
  name: 'enterPastGrades', method: 'POST', path: '/organisations/:organisation/past-grades',
  summary: { zh: '补录往年等次', en: 'Bring along the grades of a year before the scheme, from their document' },
  input: z.strictObject({
    organisation: id, year: z.number().int().min(2000).max(2199), on: civilDate, document: z.string().trim().min(2).max(60),
    grades: z.array(z.strictObject({ organisation: id, grade: word })).min(1).max(20_000),
  }),
  output: z.strictObject({ review: id, revision: z.number().int() }),
  refusals: ['YearUnderScheme', 'PastGradesDay', 'PastGradeUnknown', 'NoBranchResult'],
});
