import { z } from 'zod';
import { feed } from '#domain/assessments/contract.ts';
import { itemStates } from '#domain/assessments/item-standing.ts';
import { contract } from '#domain/contracts/contract.ts';
import type { Grounds } from '#domain/engine/evaluation.ts';
import { civilDate, id, period, word } from '#domain/facts/contract.ts';
import { yearInclusion } from '#domain/orgs/inclusion-contract.ts';

const version = z.number().int().min(1);
const words = z.strictObject({ zh: z.string(), en: z.string() });
const hundredths = z.number().int();
const card = z.strictObject({ id, name: z.string() });
const said = z.string().trim().min(2).max(300);
const grounds = z.custom<Grounds>((value) => typeof value === 'object' && value !== null && 'how' in value);
/** 未填报, 待审核, 已提交, 已退回, 已锁定. */
const stage = z.enum(['none', 'filled', 'submitted', 'returned', 'locked']);
export type SelfCheckStage = z.output<typeof stage>;

const item = z.strictObject({
  item: word, label: words, full: hundredths.nullable(),
  /** As it was pinned, else as facts prove it now; beside it what it is now. */
  mark: hundredths.nullable(), now: hundredths.nullable(),
  /** What a mark that is not there is called: not due, not applicable, not included. */
  state: z.enum(itemStates),
  lacks: z.array(words).readonly(), feeds: z.array(feed).readonly(), note: z.string(), returned: z.string().nullable(),
});
export type SelfCheckItem = z.output<typeof item>;

export const selfCheckView = z.strictObject({
  organisation: card, inclusion: yearInclusion, period, stage, selfCheck: id.nullable(), version: version.nullable(),
  state: z.enum(['notYet', 'open', 'due', 'overdue', 'locked']), opens: civilDate, due: civilDate, provisional: z.boolean(),
  filed: z.enum(['onTime', 'late']).nullable(), filedOn: civilDate.nullable(),
  /** From opening the page to confirming. */
  seconds: z.number().int().nullable(),
  scheme: z.strictObject({ label: words, version }), asOf: z.strictObject({ seq: z.number().int(), day: civilDate }).nullable(),
  recomputes: z.boolean(),
  total: hundredths.nullable(), now: hundredths.nullable(), full: hundredths.nullable(),
  aspects: z.array(z.strictObject({ aspect: z.string(), label: words, items: z.array(item) })),
  grounds: grounds.nullable(), names: z.record(z.string(), words),
  history: z.array(z.strictObject({ stage, on: civilDate, by: z.string().nullable() })),
  reminded: civilDate.nullable(),
  deputy: z.strictObject({ name: z.string(), to: civilDate }).nullable(), candidates: z.array(card),
  may: z.strictObject({ fill: z.boolean(), confirm: z.boolean(), review: z.boolean(), delegate: z.boolean() }),
});
export type SelfCheckView = z.output<typeof selfCheckView>;

export const readSelfCheck = contract({
  name: 'readSelfCheck', method: 'GET', path: '/organisations/:organisation/self-checks/:period',
  summary: { zh: '支部月自查', en: 'The self-check of a branch for a month' },
  input: z.strictObject({ organisation: id, period }),
  output: selfCheckView,
  refusals: ['NoIndicators'],
});

const notes = z.array(z.strictObject({ item: word, words: said })).max(200);
const filedAnswer = z.strictObject({ selfCheck: id, version });

export const fillSelfCheck = contract({
  name: 'fillSelfCheck', method: 'POST', path: '/organisations/:organisation/self-checks/:period/filling',
  summary: { zh: '填报月自查', en: 'Fill in a self-check' },
  input: z.strictObject({ organisation: id, period, version: version.nullable(), notes }),
  output: filedAnswer,
  refusals: ['SelfCheckNotOpen', 'SelfCheckMonthLocked', 'SelfCheckWithOffice', 'NoIndicators', 'FactChanged'],
});

export const confirmSelfCheck = contract({
  name: 'confirmSelfCheck', method: 'POST', path: '/organisations/:organisation/self-checks/:period/confirmation',
  summary: { zh: '审核并提交月自查', en: 'Confirm and submit a self-check' },
  input: z.strictObject({ organisation: id, period, version: version.nullable(), seconds: z.number().int().min(0).max(86_400) }),
  output: filedAnswer.extend({ filed: z.enum(['onTime', 'late']) }),
  refusals: ['SelfCheckNotOpen', 'SelfCheckMonthLocked', 'SelfCheckWithOffice', 'SelfCheckByOther', 'NoIndicators', 'FactChanged'],
});

export const reviewSelfCheck = contract({
  name: 'reviewSelfCheck', method: 'POST', path: '/self-checks/:selfCheck/review',
  summary: { zh: '审阅月自查', en: 'Pass or return a self-check' },
  input: z.strictObject({ selfCheck: id, version, verdict: z.enum(['pass', 'return']), reasons: notes }),
  output: z.strictObject({ version }),
  refusals: ['SelfCheckNotSubmitted', 'ReturnNeedsReason', 'FactChanged'],
});

const line = z.strictObject({
  organisation: z.strictObject({ id, name: z.string(), number: z.string() }), stage,
  /** False: the branch was not reckoned with in this month yet (未纳入), and owes nothing. */
  included: z.boolean(), overdue: z.boolean(), filed: z.enum(['onTime', 'late']).nullable(),
  filedOn: civilDate.nullable(), total: hundredths.nullable(), reminded: civilDate.nullable(),
});
export type SelfCheckLine = z.output<typeof line>;

export const listSelfChecks = contract({
  name: 'listSelfChecks', method: 'GET', path: '/self-checks',
  summary: { zh: '本月自查收交', en: 'Self-checks of a month: filed, not filed, returned, overdue' },
  input: z.strictObject({ period }),
  output: z.strictObject({
    period, state: z.enum(['notYet', 'open', 'due', 'overdue', 'locked']), due: civilDate, provisional: z.boolean(), items: z.array(line), mayRemind: z.boolean(),
  }),
  refusals: [],
});

export const remindBranches = contract({
  name: 'remindBranches', method: 'POST', path: '/self-checks/reminders',
  summary: { zh: '催办', en: 'Remind every branch that has not filed' },
  input: z.strictObject({ period }),
  output: z.strictObject({ reminded: z.number().int() }),
  refusals: ['SelfCheckNotOpen'],
});

export const delegateConfirming = contract({
  name: 'delegateConfirming', method: 'POST', path: '/organisations/:organisation/delegations',
  summary: { zh: '授权代行', en: 'Let somebody confirm in one\'s place for a time' },
  input: z.strictObject({ organisation: id, deputy: id, from: civilDate, to: civilDate }),
  output: z.strictObject({ delegation: id }),
  refusals: ['DelegationUnfit'],
});
