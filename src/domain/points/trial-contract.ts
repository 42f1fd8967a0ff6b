import { z } from 'zod';
import { contract } from '#domain/contracts/contract.ts';
import type { Difference } from '#domain/engine/grounds-difference.ts';
import type { Grounds } from '#domain/engine/evaluation.ts';
import { civilDate, id } from '#domain/facts/contract.ts';
import { jobProgress } from '#domain/jobs/contract.ts';
import { groundsNames } from './contract.ts';
import { outcomes } from './trial.ts';
import { standings } from './tried-year.ts';

const words = z.strictObject({ zh: z.string(), en: z.string() });
const hundredths = z.number().int();
const grounds = z.custom<Grounds>((value) => typeof value === 'object' && value !== null && 'how' in value);
const difference = z.custom<Difference>((value) => typeof value === 'object' && value !== null && 'standsIn' in value);

const tried = {
  before: hundredths.nullable(), after: hundredths.nullable(), outcome: z.enum(outcomes),
  /** 按规定不参评, which is no missing basis. */
  excluded: z.strictObject({ before: z.boolean(), after: z.boolean() }),
  /** The first of the rules and parts that are worth something else; all of them stand behind the figures. */
  differences: z.array(difference),
};

/** What is kept of a member while the trial can be looked at: ids only. */
export const triedMember = z.strictObject({
  person: id, branch: id, staffKind: z.enum(['officer', 'auxiliary', 'civilian', 'retired']), team: id.nullable(), ...tried,
});
export type TriedMember = z.output<typeof triedMember>;

export const triedBranch = z.strictObject({ branch: id, ...tried });
export type TriedBranch = z.output<typeof triedBranch>;

/** How little would bring another grade, and the fewest facts that come to it. */
const margin = z.strictObject({
  grade: words.nullable(), distance: hundredths,
  facts: z.array(z.strictObject({ id: z.string(), label: words, each: hundredths, times: z.number().int() })).nullable(),
});

const triedGrade = z.strictObject({
  value: hundredths.nullable(), standing: z.enum(standings),
  /** Null unless graded. */
  grade: words.nullable(),
  /** 一票否决 that facts of the year bring. */
  vetoes: z.array(words),
  margins: z.strictObject({ up: margin.nullable(), down: margin.nullable() }).nullable(),
});

/** What the year comes to for one, before and after; null where that scheme has no such result. */
export const triedYear = z.strictObject({ subject: id, before: triedGrade.nullable(), after: triedGrade.nullable(), differences: z.array(difference) });

const reach = z.strictObject({
  /** Null: who works office hours. */
  team: id.nullable(),
  /** Null: no rule pays by the session, so duty costs nobody anything. */
  before: grounds.nullable(), after: grounds.nullable(),
});

/** What a trial came to: kept for a day, beside nothing. */
export const trialOutcome = z.strictObject({
  scheme: z.strictObject({ label: words, version: z.number().int() }),
  asOf: z.strictObject({ seq: z.number().int(), day: civilDate }),
  members: z.array(triedMember), branches: z.array(triedBranch), reaches: z.array(reach),
  /** 年度结果和建议等次: of members within their branch, of branches among all; null where neither scheme has it. */
  years: z.strictObject({ members: z.array(triedYear).nullable(), branches: z.array(triedYear).nullable() }),
});
export type TrialOutcome = z.output<typeof trialOutcome>;

const named = z.strictObject({ id, name: z.string(), number: z.string() });

export const schemeTrial = z.strictObject({
  id, year: z.number().int(), job: jobProgress,
  /** Null until it is there, and when it has been dropped. */
  outcome: trialOutcome.nullable(),
  /** Who and what the outcome speaks of, each list by its number; empty where there is no outcome. */
  people: z.array(named), branches: z.array(named),
  teams: z.array(z.strictObject({ id, name: z.string(), branch: id })),
});
export type SchemeTrial = z.output<typeof schemeTrial>;

const trialYear = z.coerce.number().int().min(2000).max(2100);

export const tryScheme = contract({
  name: 'tryScheme', method: 'POST', path: '/scheme-trials',
  summary: { zh: '试算考核方案', en: 'Try the text of a scheme on a year of the bureau\'s own log; nothing of it is recorded' },
  input: z.strictObject({ text: z.string().max(500_000), year: trialYear }),
  output: schemeTrial,
  refusals: ['SchemeHasProblems', 'TrialYearAhead'],
});

export const readSchemeTrial = contract({
  name: 'readSchemeTrial', method: 'GET', path: '/scheme-trials/:trial',
  summary: { zh: '考核方案试算', en: 'How far a trial of mine is, and who gains and loses by it' },
  input: z.strictObject({ trial: id }),
  output: schemeTrial,
  refusals: ['TrialExpired'],
});

export const readTrialGrounds = contract({
  name: 'readTrialGrounds', method: 'GET', path: '/scheme-trials/:trial/grounds',
  summary: { zh: '试算依据', en: 'Why a member or a branch has what under both schemes' },
  /** `result`: what the year comes to, else the points or the marks. */
  input: z.strictObject({ trial: id, of: z.enum(['member', 'branch']), subject: id, under: z.enum(['total', 'result']).optional() }),
  output: z.strictObject({ before: grounds.nullable(), after: grounds.nullable(), differences: z.array(difference), names: groundsNames }),
  refusals: ['TrialExpired'],
});
