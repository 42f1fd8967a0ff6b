import { z } from 'zod';
import { organisationCard, words } from '#domain/activities/contract.ts';
import { contract } from '#domain/contracts/contract.ts';
import { problemState } from '#domain/facts/check-contract.ts';
import { civilDate, id, word } from '#domain/facts/contract.ts';

const version = z.number().int().min(1);
export const problemStage = problemState.shape.stage;
export type ProblemStage = z.output<typeof problemStage>;
const what = z.string().trim().min(2).max(300);
const said = z.string().trim().max(500);
const numbered = organisationCard.extend({ number: z.string() });

/** `late` is computed: closed after its day, or still open although the day has passed. */
export const problemRow = z.strictObject({
  problem: id, version, organisation: numbered, sheet: id.nullable(), item: words.nullable(), what: z.string(), day: civilDate, until: civilDate, stage: problemStage,
  closedOn: civilDate.nullable(), late: z.boolean(), finders: z.array(z.string()),
});
export type ProblemRow = z.output<typeof problemRow>;

export const listProblems = contract({
  name: 'listProblems', method: 'GET', path: '/problems',
  summary: { zh: '问题清单', en: 'Problems to be put right, the earliest due first' },
  input: z.strictObject({ organisation: id.optional(), open: z.enum(['yes']).optional() }),
  output: z.strictObject({ items: z.array(problemRow), organisations: z.array(organisationCard), opening: z.array(organisationCard) }),
  refusals: [],
});

export const readProblem = contract({
  name: 'readProblem', method: 'GET', path: '/problems/:problem',
  summary: { zh: '问题整改', en: 'One problem with what was done about it' },
  input: z.strictObject({ problem: id }),
  output: z.strictObject({
    row: problemRow, measures: z.string(),
    history: z.array(z.strictObject({ stage: problemStage, on: civilDate, by: z.string().nullable(), said: z.string() })),
    may: z.strictObject({ report: z.boolean(), recheck: z.boolean() }),
  }),
  refusals: [],
});
export type ProblemPage = z.output<typeof readProblem.output>;

const saved = z.strictObject({ problem: id, version });
const changed = ['FactChanged', 'FactWithdrawn'];

export const openProblem = contract({
  name: 'openProblem', method: 'POST', path: '/organisations/:organisation/problems',
  summary: { zh: '挂账', en: 'Open a problem that the branch found itself' },
  input: z.strictObject({ organisation: id, item: word.nullable(), what, until: civilDate }),
  output: saved, refusals: ['ProblemDueUnfit', 'WordNeedsPerson'],
});

export const reportProblem = contract({
  name: 'reportProblem', method: 'POST', path: '/problems/:problem/report',
  summary: { zh: '报告整改、申请销号', en: 'Say what was done, and ask to close it' },
  input: z.strictObject({ problem: id, version, measures: what, apply: z.boolean() }),
  output: saved, refusals: ['ProblemWaits', 'ProblemClosed', ...changed],
});

export const recheckProblem = contract({
  name: 'recheckProblem', method: 'POST', path: '/problems/:problem/recheck',
  summary: { zh: '复核、销号', en: 'Close a problem after checking it again, or return it with a reason' },
  input: z.strictObject({ problem: id, version, verdict: z.enum(['close', 'return']), reason: said }),
  output: saved, refusals: ['ProblemNotApplied', 'RecheckByFinder', 'RecheckByOther', 'ReturnNeedsWords', ...changed],
});
