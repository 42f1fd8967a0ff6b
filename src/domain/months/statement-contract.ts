import { z } from 'zod';
import { contract } from '#domain/contracts/contract.ts';
import type { Grounds } from '#domain/engine/evaluation.ts';
import { civilDate, id, period } from '#domain/facts/contract.ts';
import { yearInclusion } from '#domain/orgs/inclusion-contract.ts';

const version = z.number().int().min(1);
const words = z.strictObject({ zh: z.string(), en: z.string() });
const hundredths = z.number().int();
const said = z.string().trim().min(2).max(500);
const card = z.strictObject({ id, name: z.string() });
const verdict = z.enum(['upheld', 'rejected']);
const standing = z.enum(['issued', 'silent', 'confirmed', 'objected', 'answered', 'appealed', 'reviewed']);
const grounds = z.custom<Grounds>((value) => typeof value === 'object' && value !== null && 'how' in value);

/** A statement in a list; `since` is what has come to the month after it was pinned. */
const statementLine = z.strictObject({
  statement: id, version, period, standing, verdict: verdict.nullable(), total: hundredths.nullable(), month: hundredths.nullable(),
  /** Last day of whoever is to move next. */
  deadline: civilDate.nullable(), provisional: z.boolean(),
});
export type StatementLine = z.output<typeof statementLine>;

export const listOwnStatements = contract({
  name: 'listOwnStatements', method: 'GET', path: '/my-statements',
  summary: { zh: '我的积分确认单', en: 'My monthly statements' },
  input: z.strictObject({ year: z.coerce.number().int().min(2000).max(2199).optional() }),
  output: z.strictObject({ year: z.number().int(), items: z.array(statementLine) }),
  refusals: [],
});

const branchLine = statementLine.extend({ person: z.strictObject({ id, name: z.string(), number: z.string() }) });
export type BranchStatementLine = z.output<typeof branchLine>;

export const listStatements = contract({
  name: 'listStatements', method: 'GET', path: '/organisations/:organisation/statements',
  summary: { zh: '支部积分确认单', en: 'Monthly statements of a branch' },
  input: z.strictObject({ organisation: id, period }),
  output: z.strictObject({ organisation: card, period, items: z.array(branchLine) }),
  refusals: [],
});

/** An entry of the month to which one may object. */
const disputable = z.strictObject({ fact: id, kind: z.string(), day: civilDate, label: words });

export const statementView = statementLine.extend({
  person: z.strictObject({ id, name: z.string(), number: z.string() }),
  organisation: card, inclusion: yearInclusion,
  parts: z.array(z.strictObject({ part: z.string(), label: words, total: hundredths.nullable(), month: hundredths.nullable() })),
  scheme: z.strictObject({ label: words, version }),
  asOf: z.strictObject({ seq: z.number().int(), day: civilDate }),
  issuedOn: civilDate,
  /** Why the year's total to the month's end is what it is; from the log as it was pinned. */
  grounds: grounds.nullable(), names: z.record(z.string(), words),
  /** False: the log of then gives another number now, which is reported and not taken over. */
  recomputes: z.boolean(),
  /** What the month comes to now, and what changed since. */
  now: z.strictObject({ month: hundredths.nullable(), total: hundredths.nullable(), changes: z.array(disputable) }),
  disputed: disputable.nullable(),
  /** Whether the disputed entry was changed after the objection was upheld. */
  settled: z.boolean(),
  history: z.array(z.strictObject({ stage: standing, on: civilDate, by: z.string().nullable(), verdict: verdict.nullable(), words: z.string() })),
  entries: z.array(disputable),
  may: z.strictObject({ confirm: z.boolean(), object: z.boolean(), answer: z.boolean(), appeal: z.boolean(), review: z.boolean() }),
});
export type StatementView = z.output<typeof statementView>;

export const readStatement = contract({
  name: 'readStatement', method: 'GET', path: '/statements/:statement',
  summary: { zh: '积分确认单', en: 'A monthly statement with its grounds' },
  input: z.strictObject({ statement: id }),
  output: statementView,
  refusals: [],
});

const moved = z.strictObject({ version });

export const confirmStatement = contract({
  name: 'confirmStatement', method: 'POST', path: '/statements/:statement/confirmation',
  summary: { zh: '确认本月积分', en: 'Confirm the month' },
  input: z.strictObject({ statement: id, version }),
  output: moved,
  refusals: ['StatementSettled', 'FactChanged'],
});

export const objectToStatement = contract({
  name: 'objectToStatement', method: 'POST', path: '/statements/:statement/objection',
  summary: { zh: '提出异议', en: 'Object to the month' },
  input: z.strictObject({ statement: id, version, disputed: id.nullable(), words: said }),
  output: moved,
  refusals: ['StatementSettled', 'EntryNotOfMonth', 'FactChanged'],
});

export const answerObjection = contract({
  name: 'answerObjection', method: 'POST', path: '/statements/:statement/answer',
  summary: { zh: '答复异议', en: 'Answer an objection' },
  input: z.strictObject({ statement: id, version, verdict, words: said }),
  output: moved,
  refusals: ['NoObjectionOpen', 'OwnObjection', 'OwnEntryDisputed', 'FactChanged'],
});

export const appealStatement = contract({
  name: 'appealStatement', method: 'POST', path: '/statements/:statement/review-request',
  summary: { zh: '申请复核', en: 'Ask for review' },
  input: z.strictObject({ statement: id, version, words: said }),
  output: moved,
  refusals: ['ReviewNotOpen', 'FactChanged'],
});

export const reviewObjection = contract({
  name: 'reviewObjection', method: 'POST', path: '/statements/:statement/review',
  summary: { zh: '复核', en: 'Review an objection' },
  input: z.strictObject({ statement: id, version, verdict, words: said }),
  output: moved,
  refusals: ['NoObjectionOpen', 'OwnObjection', 'OwnEntryDisputed', 'FactChanged'],
});
