import { z } from 'zod';
import { contract } from '#domain/contracts/contract.ts';
import { civilDate, id, post, targetUnit, word } from '#domain/facts/contract.ts';
import { planStates } from './plan-standing.ts';

const words = z.strictObject({ zh: z.string(), en: z.string() });
const hundredths = z.number().int();
const version = z.number().int().min(1);
const year = z.coerce.number().int().min(2000).max(2199);
const card = z.strictObject({ id, name: z.string() });
/** 草稿（含上报后修改）, 已上报, 已退回; `none`: not made yet. */
const stage = z.enum(['none', 'draft', 'filed', 'returned']);
export type PlanStage = z.output<typeof stage>;

const count = z.number().int().min(-1_000_000).max(1_000_000);
const split = z.array(count).max(12);
/** 完成标准 in the branch's own words, beside what the scheme says. */
const standard = z.string().trim().max(300);

const line = z.strictObject({
  unit: targetUnit, target: z.number().int(), split: z.array(z.number().int()).readonly(),
  /** `here`: still at home in the branch or on its committee. */
  responsible: z.strictObject({ id, name: z.string(), here: z.boolean() }).nullable(),
  due: civilDate.nullable(), standard: z.string(),
});

const item = z.strictObject({
  id: z.string(), label: words, weight: hundredths.nullable(), clause: z.string().nullable(), guidance: words.nullable(),
  /** 评分标准 as the scheme says it, and in a few words what is to be reached. */
  rule: words, standard: words.nullable(),
  state: z.enum(planStates), progressToDate: hundredths.nullable(),
  /** Done so far in the unit of the target. */
  done: z.number().int().nullable(),
  /** What the scheme asks; null where the item does not apply. */
  asked: z.strictObject({ unit: targetUnit, target: z.number().int(), most: z.number().int(), split: z.array(z.number().int()).readonly(), due: civilDate }).nullable(),
  line: line.nullable(),
});
export type PlanItemView = z.output<typeof item>;

/** How many items there are, apply, stand in the plan, and have somebody and a day. */
const counts = z.strictObject({ applicable: z.number().int(), planned: z.number().int(), assigned: z.number().int() });

export const targetPlanView = z.strictObject({
  organisation: card, year: z.number().int(), day: civilDate,
  scheme: z.strictObject({ label: words, version }).nullable(),
  plan: id.nullable(), version: version.nullable(), stage,
  filedOn: civilDate.nullable(), late: z.boolean().nullable(), assignedOn: civilDate.nullable(),
  /** Why the office returned it. */
  returned: z.string().nullable(),
  deadlines: z.strictObject({ filing: civilDate.nullable(), assigning: civilDate.nullable() }),
  counts,
  aspects: z.array(z.strictObject({ id: z.string(), label: words, weight: hundredths.nullable(), items: z.array(item) })),
  /** Who may be named as responsible; empty for whoever may not fill in. */
  candidates: z.array(card.extend({ post: post.nullable(), key: z.string() })),
  history: z.array(z.strictObject({ version, stage, on: civilDate, by: z.string().nullable() })),
  may: z.strictObject({ fill: z.boolean(), file: z.boolean(), return: z.boolean() }),
});
export type TargetPlanView = z.output<typeof targetPlanView>;

export const readTargetPlan = contract({
  name: 'readTargetPlan', method: 'GET', path: '/organisations/:organisation/target-plans/:year',
  summary: { zh: '年度任务分解表', en: 'The year of a branch broken down' },
  input: z.strictObject({ organisation: id, year }),
  output: targetPlanView,
  refusals: [],
});

const answer = z.strictObject({ plan: id, version, planned: z.number().int(), assigned: z.number().int() });
const changing = ['NoItemsInYear', 'PlanYearClosed', 'PlanYearAhead', 'FactChanged'] as const;

export const generateTargetPlan = contract({
  name: 'generateTargetPlan', method: 'POST', path: '/organisations/:organisation/target-plans/:year/generation',
  summary: { zh: '一键生成任务分解', en: 'Break the year down as the scheme asks' },
  input: z.strictObject({ organisation: id, year, version: version.nullable() }),
  output: answer.extend({ added: z.number().int() }),
  refusals: [...changing, 'PlanHasAll'],
});

export const amendTargetPlan = contract({
  name: 'amendTargetPlan', method: 'PUT', path: '/organisations/:organisation/target-plans/:year/lines',
  summary: { zh: '修改任务分解', en: 'Change lines of a plan' },
  input: z.strictObject({
    organisation: id, year, version: version.nullable(),
    lines: z.array(z.strictObject({ item: word, target: count, split, responsible: id.nullable(), due: civilDate.nullable(), standard })).min(1).max(200),
  }),
  output: answer,
  refusals: [...changing, 'ItemNotApplicable', 'TargetOutOfRange', 'SplitNotTarget', 'SplitNotAsked', 'ResponsibleNotHere', 'DueOutsideYear'],
});

export const fileTargetPlan = contract({
  name: 'fileTargetPlan', method: 'POST', path: '/organisations/:organisation/target-plans/:year/filing',
  summary: { zh: '上报任务分解', en: 'File the plan of a year' },
  input: z.strictObject({ organisation: id, year, version: version.nullable() }),
  output: answer.extend({ late: z.boolean().nullable(), complete: z.boolean() }),
  refusals: [...changing, 'PlanNotMade', 'PlanFiledAlready'],
});

export const returnTargetPlan = contract({
  name: 'returnTargetPlan', method: 'POST', path: '/target-plans/:plan/return',
  summary: { zh: '退回任务分解', en: 'Return a plan to its branch' },
  input: z.strictObject({ plan: id, version, reason: z.string().trim().min(2).max(300) }),
  output: z.strictObject({ version }),
  refusals: ['PlanNotFiled', 'PlanYearClosed', 'FactChanged'],
});

const row = z.strictObject({
  organisation: z.strictObject({ id, name: z.string(), number: z.string() }), stage, filedOn: civilDate.nullable(), late: z.boolean().nullable(),
  /** In the plan, and with somebody and a day; both 0 where there is none. */
  planned: z.number().int(), assigned: z.number().int(), assignedOn: civilDate.nullable(),
});
export type TargetPlanRow = z.output<typeof row>;

export const listTargetPlans = contract({
  name: 'listTargetPlans', method: 'GET', path: '/target-plans',
  summary: { zh: '各支部任务分解', en: 'Plans of a year: filed, not filed, returned, how many items have somebody' },
  input: z.strictObject({ year }),
  output: z.strictObject({
    year: z.number().int(), deadlines: z.strictObject({ filing: civilDate.nullable(), assigning: civilDate.nullable() }),
    /** In the order of their numbers. */
    items: z.array(row),
  }),
  refusals: [],
});
