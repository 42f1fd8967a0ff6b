import { z } from 'zod';
import { choosablePerson } from '#domain/activities/contract.ts';
import { contract } from '#domain/contracts/contract.ts';
import type { Grounds } from '#domain/engine/evaluation.ts';
import { civilDate, id, makeUpState, mark, word } from '#domain/facts/contract.ts';
import { objectionState } from '#domain/facts/objection-state-contract.ts';
import { entryRow, registerCard, typed } from '#domain/registers/contract.ts';
import { objectionLine } from './list-contract.ts';

const grounds = z.custom<Grounds>((value) => typeof value === 'object' && value !== null && 'how' in value);
const version = z.number().int().min(1);
const words = z.strictObject({ zh: z.string(), en: z.string() });
const hundredths = z.number().int();
const card = z.strictObject({ id, name: z.string() });
const count = z.number().int().min(0);
const said = z.string().trim().min(2).max(500);
const { about, matter, subject, body, verdict } = objectionState.shape;

/** A make-up on another day or in another way. */
const makeUpCorrection = z.strictObject({ day: civilDate, way: makeUpState.shape.way });
/** Leave of other dates or for another reason. */
const leaveCorrection = z.strictObject({ from: civilDate, to: civilDate, reason: word });

/** How a fact is put right; which of them a fact allows is said by the room that owns it. */
const correction = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('mark'), mark, reason: word.nullable() }),
  z.strictObject({
    kind: z.literal('values'), day: civilDate, until: civilDate.nullable(),
    persons: z.array(z.strictObject({ person: id, as: word.nullable() })).max(500), values: z.record(word, typed),
  }),
  makeUpCorrection.extend({ kind: z.literal('makeUp') }),
  leaveCorrection.extend({ kind: z.literal('leave') }),
  /** A task that was handed in on a day, and accepted. */
  z.strictObject({ kind: z.literal('handedIn'), day: civilDate }),
  /** The mark that a confirmed sheet of a spot check gives to an item. */
  z.strictObject({ kind: z.literal('checked'), item: word, checked: hundredths.min(0).max(100_000) }),
  z.strictObject({ kind: z.literal('withdraw') }),
  z.strictObject({ kind: z.literal('confirm') }),
  /** Somebody has entered since what was missing. */
  z.strictObject({ kind: z.literal('entered') }),
  /** A draw that does not stand; it is carried out anew. */
  z.strictObject({ kind: z.literal('void') }),
]);
export type Correction = z.output<typeof correction>;

/** What the form of an objection shows before anything is written. */
export const readObjectionForm = contract({
  name: 'readObjectionForm', method: 'GET', path: '/objection-form',
  summary: { zh: '提出异议表单', en: 'What an objection would be about, who answers it and until when it can be raised' },
  input: z.strictObject({ subject: subject.shape.kind, of: id, fact: id.optional(), item: word.optional(), year: z.coerce.number().int().min(2000).max(2199).optional(),
    /** Of a public notice: the selection, and who on its list. */
    selection: id.optional(), listed: id.optional() }),
  output: z.strictObject({
    about, matter, label: words, detail: words.nullable(), subject: subject.extend({ name: z.string() }), organisation: card, body,
    deadline: civilDate.nullable(), provisional: z.boolean(), answerDays: count, reviewDays: count,
  }),
  refusals: ['NotYourMatter', 'ObjectionTooLate', 'ObjectedAlready', 'SelectionNotNoticed'],
});
export type ObjectionForm = z.output<typeof readObjectionForm.output>;

export const raiseObjection = contract({
  name: 'raiseObjection', method: 'POST', path: '/objections',
  summary: { zh: '提出异议', en: 'Object' },
  input: z.strictObject({ about, subject, words: said }),
  output: z.strictObject({ objection: id, version }),
  refusals: ['NotYourMatter', 'ObjectionTooLate', 'ObjectedAlready', 'SelectionNotNoticed', 'FactChanged'],
});

const decided = z.strictObject({ version, before: hundredths.nullable(), after: hundredths.nullable() });
const decision = { objection: id, version, verdict: verdict.unwrap(), words: said, fact: id.nullable(), correction: correction.nullable() };
const decisionRefusals = [
  'ObjectionMoved', 'OwnObjectionDecided', 'OwnWorkDisputed', 'CorrectionMissing', 'CorrectionNotAllowed', 'CorrectionChangesNothing', 'CorrectionWaits', 'FactChanged',
  'EntryIncomplete', 'EntryThere', 'EntryEndsBefore', 'PersonNotHere', 'DayInFuture', 'ReasonUnknown', 'ReasonMissing',
  'FutureDay', 'MakeUpTooEarly', 'EndsBeforeItBegins', 'LeaveTooLong', 'LeaveOverlaps', 'ReasonNotForLeave', 'PersonNotOfBranch', 'ItemNotOnSheet', 'MarkAboveFull',
];

export const replyToObjection = contract({
  name: 'replyToObjection', method: 'POST', path: '/objections/:objection/reply',
  summary: { zh: '答复异议', en: 'Answer an objection: accept it with the correction, or explain' },
  input: z.strictObject(decision),
  output: decided,
  refusals: decisionRefusals,
});

export const requestReview = contract({
  name: 'requestReview', method: 'POST', path: '/objections/:objection/review-request',
  summary: { zh: '申请复核', en: 'Ask for review' },
  input: z.strictObject({ objection: id, version, words: said }),
  output: z.strictObject({ version }),
  refusals: ['ReviewNotDue', 'FactChanged'],
});

export const decideReview = contract({
  name: 'decideReview', method: 'POST', path: '/objections/:objection/decision',
  summary: { zh: '复核决定', en: 'Decide a review' },
  input: z.strictObject(decision),
  output: decided,
  refusals: decisionRefusals,
});

export const withdrawObjection = contract({
  name: 'withdrawObjection', method: 'POST', path: '/objections/:objection/withdrawal',
  summary: { zh: '撤回异议', en: 'Withdraw an objection' },
  input: z.strictObject({ objection: id, version, words: said }),
  output: z.strictObject({ version }),
  refusals: ['ObjectionMoved', 'FactChanged'],
});

/** A fact that may be put right, as it stands, with the ways its room allows. */
const correctable = z.strictObject({
  fact: id, kind: z.string(), day: civilDate, label: words, detail: words.nullable(), version,
  ways: z.array(z.enum(['mark', 'values', 'makeUp', 'leave', 'handedIn', 'checked', 'withdraw', 'confirm', 'entered', 'void'])),
  /** For `mark` and `leave`: reasons to choose from; for `mark`, the mark as it is. */
  reasons: z.array(z.strictObject({ id: word, label: words })), mark: z.strictObject({ mark, reason: word.nullable() }).nullable(),
  /** The make-up and the leave as they are, and the day on which a task was handed in. */
  makeUp: makeUpCorrection.nullable(), leave: leaveCorrection.nullable(), handedIn: z.strictObject({ day: civilDate.nullable(), from: civilDate, until: civilDate }).nullable(),
  /** Marks of a sheet, item by item. */
  sheet: z.array(z.strictObject({ item: word, label: words, full: hundredths.nullable(), checked: hundredths })).nullable(),
  /** For `values`: the register's form and the entry as it is. */
  register: registerCard.nullable(), row: entryRow.nullable(), people: z.array(choosablePerson),
});
export type Correctable = z.output<typeof correctable>;

const step = z.strictObject({
  kind: z.enum(['raised', 'answered', 'appealed', 'decided', 'withdrawn']), on: civilDate, by: z.string().nullable(), verdict, words: z.string(),
});

export const objectionView = objectionLine.extend({
  detail: words.nullable(), raisedBy: z.string(), person: card.nullable(),
  /** Where the disputed fact can be opened. */
  disputed: z.strictObject({ kind: z.string(), fact: id }).nullable(),
  /** Of a public notice: the selection, its year, and that whoever is upheld against is taken off the list. */
  listing: z.strictObject({ selection: id, year: z.number().int(), name: z.string(), struck: z.boolean() }).nullable(),
  history: z.array(step), correction: z.strictObject({ kind: z.string(), fact: id, version, words }).nullable(),
  /** For those who decide: the facts one of which can be put right. */
  candidates: z.array(z.strictObject({ fact: id, label: words })),
  may: z.strictObject({ reply: z.boolean(), requestReview: z.boolean(), decide: z.boolean(), withdraw: z.boolean() }),
  /** Why somebody whose office it is may not decide on this one. */
  notYou: words.nullable(),
});
export type ObjectionView = z.output<typeof objectionView>;

export const readObjection = contract({
  name: 'readObjection', method: 'GET', path: '/objections/:objection',
  summary: { zh: '异议办理', en: 'An objection with its course' },
  input: z.strictObject({ objection: id }),
  output: objectionView,
  refusals: [],
});

export const readCorrectable = contract({
  name: 'readCorrectable', method: 'GET', path: '/objections/:objection/facts/:fact',
  summary: { zh: '可更正内容', en: 'A fact as it stands, with the ways in which it can be put right' },
  input: z.strictObject({ objection: id, fact: id }),
  output: correctable,
  refusals: ['CorrectionNotAllowed', 'FactWithdrawn'],
});

/** JSON in a question, because a correction is deeper than a query. */
const inQuery = z.string().max(20_000).transform((text, context): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    context.addIssue({ code: 'custom', message: 'not JSON' });
    return z.NEVER;
  }
}).pipe(correction);

export const previewCorrection = contract({
  name: 'previewCorrection', method: 'GET', path: '/objections/:objection/preview',
  summary: { zh: '更正预览', en: 'What a correction would make of the number' },
  input: z.strictObject({ objection: id, fact: id, correction: inQuery }),
  output: z.strictObject({
    label: words, before: hundredths.nullable(), after: hundredths.nullable(),
    groundsBefore: grounds.nullable(), groundsAfter: grounds.nullable(), names: z.record(z.string(), words),
  }),
  refusals: decisionRefusals,
});

const counts = z.strictObject({
  matter, raised: count, open: count, upheld: count, partly: count, rejected: count, withdrawn: count, inTime: count, overdue: count, medianDays: count.nullable(),
});
export const readObjectionStatistics = contract({
  name: 'readObjectionStatistics', method: 'GET', path: '/objection-statistics',
  summary: { zh: '异议办理情况', en: 'How objections were dealt with in a year, quarter by quarter; no names' },
  input: z.strictObject({ year: z.coerce.number().int().min(2000).max(2199).optional() }),
  output: z.strictObject({
    year: z.number().int(), answerDays: count, reviewDays: count,
    quarters: z.array(z.strictObject({ quarter: z.number().int().min(1).max(4), rows: z.array(counts).readonly() })),
  }),
  refusals: [],
});
export type ObjectionCountsRow = z.output<typeof counts>;
