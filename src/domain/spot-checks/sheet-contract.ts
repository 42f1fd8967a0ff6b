import { z } from 'zod';
import { choosablePerson, organisationCard, personCard, words } from '#domain/activities/contract.ts';
import { contract } from '#domain/contracts/contract.ts';
import type { Grounds } from '#domain/engine/evaluation.ts';
import { checkSheetState, problemState, quarter, recusalState } from '#domain/facts/check-contract.ts';
import { civilDate, id, word } from '#domain/facts/contract.ts';

const version = z.number().int().min(1);
const hundredths = z.number().int();
const said = z.string().trim().max(300);
const block = z.string().trim().max(1000);
const grounds = z.custom<Grounds>((value) => typeof value === 'object' && value !== null && 'how' in value);
export const sheetStage = checkSheetState.shape.stage;
export type SheetStage = z.output<typeof sheetStage>;
const numbered = organisationCard.extend({ number: z.string() });

const candidate = personCard.extend({
  /** Why he does not check this branch: at home in it, it is his 联系点, or he says so; null: he may. */
  interest: z.enum(['home', 'contact', 'declared']).nullable(),
});
export type JudgeCandidate = z.output<typeof candidate>;

export const readTeamForm = contract({
  name: 'readTeamForm', method: 'GET', path: '/draws/:draw/team-form',
  summary: { zh: '编成检查组表单', en: 'Who may check a branch, and who may not' },
  input: z.strictObject({ draw: id, organisation: id }),
  output: z.strictObject({ organisation: organisationCard, day: civilDate, from: civilDate, until: civilDate, candidates: z.array(candidate) }),
  refusals: ['NotDrawn'],
});

const saved = z.strictObject({ sheet: id, version });
const judges = z.array(id).min(2).max(3);
const unfit = ['JudgesAlike', 'JudgeWithoutRole', 'InterestedJudge', 'CheckDayUnfit'];
const changed = ['FactChanged', 'FactWithdrawn'];

export const planSheet = contract({
  name: 'planSheet', method: 'POST', path: '/draws/:draw/sheets',
  summary: { zh: '编成检查组', en: 'Form the team for a branch; its items follow from the draw' },
  input: z.strictObject({ draw: id, organisation: id, day: civilDate, judges }),
  output: saved, refusals: ['NotDrawn', 'TeamStands', 'NothingToDraw', ...unfit],
});

export const changeTeam = contract({
  name: 'changeTeam', method: 'PUT', path: '/check-sheets/:sheet/team',
  summary: { zh: '调整检查组', en: 'Change the team or the day before anything is marked' },
  input: z.strictObject({ sheet: id, version, day: civilDate, judges }),
  output: saved, refusals: ['SheetMarked', ...unfit, ...changed],
});

export const declareRecusal = contract({
  name: 'declareRecusal', method: 'POST', path: '/recusals',
  summary: { zh: '登记回避', en: 'Declare that somebody does not check a branch' },
  input: z.strictObject({ organisation: id, /** Left out: oneself. */ person: id.optional(), because: recusalState.shape.because, from: civilDate, to: civilDate.nullable(), reason: z.string().trim().min(2).max(200) }),
  output: z.strictObject({ recusal: id }), refusals: ['RecusalDates', 'RecusalByOther', 'RecusalHeld'],
});

const recusal = z.strictObject({
  recusal: id, version, person: personCard, organisation: numbered, because: recusalState.shape.because, from: civilDate, to: civilDate.nullable(), reason: z.string(), mayEnd: z.boolean(),
});
export type RecusalLine = z.output<typeof recusal>;

export const listRecusals = contract({
  name: 'listRecusals', method: 'GET', path: '/recusals',
  summary: { zh: '回避登记', en: 'Who does not check which branch; somebody else than the office sees his own' },
  input: z.strictObject({}),
  output: z.strictObject({
    items: z.array(recusal), organisations: z.array(numbered),
    /** Whose 联系点 the asker may enter; nobody where he only speaks for himself. */
    people: z.array(choosablePerson), self: z.boolean(),
  }),
  refusals: [],
});

export const endRecusal = contract({
  name: 'endRecusal', method: 'POST', path: '/recusals/:recusal/end',
  summary: { zh: '终止回避', en: 'End a recusal, or cut it short' },
  input: z.strictObject({ recusal: id, version, to: civilDate }),
  output: z.strictObject({ version }), refusals: ['RecusalDates', 'RecusalByOther', 'RecusalEnded', ...changed],
});

const item = z.strictObject({
  item: word, label: words, clause: z.string().nullable(), why: z.enum(['marked', 'gap', 'lot']), full: hundredths.nullable(), computed: hundredths.nullable(),
  selfMark: hundredths.nullable(), selfFull: hundredths.nullable(), checked: hundredths.nullable(), asked: z.number().int(), reason: z.string(), looked: z.string(),
  /** It can be marked: it has a basis, or only a check marks it. */
  markable: z.boolean(), overMarked: z.boolean(), grounds: grounds.nullable(),
});
export type SheetItem = z.output<typeof item>;

const foundProblem = z.strictObject({
  problem: id.nullable(), item: word.nullable(), what: z.string(), until: civilDate, stage: problemState.shape.stage.nullable(),
});

export const readSheet = contract({
  name: 'readSheet', method: 'GET', path: '/check-sheets/:sheet',
  summary: { zh: '抽查评分表', en: 'One sheet: computed, self-mark, checked mark, difference, reason; the feedback and its signature' },
  input: z.strictObject({ sheet: id }),
  output: z.strictObject({
    sheet: id, version, draw: id, window: quarter, organisation: numbered, committee: z.string(), day: civilDate, stage: sheetStage,
    judges: z.array(personCard), markedBy: z.string().nullable(), confirmedBy: z.string().nullable(), sentOn: civilDate.nullable(),
    signed: z.strictObject({ by: z.string(), on: civilDate, remark: z.string() }).nullable(),
    /** The self-check from which the self-marks are. */
    selfPeriod: z.string().nullable(), asOf: z.strictObject({ seq: z.number().int(), day: civilDate }), scheme: z.strictObject({ label: words, version }),
    aspects: z.array(z.strictObject({ aspect: z.string(), label: words, items: z.array(item) })),
    problems: z.array(foundProblem), opinion: z.string(), names: z.record(z.string(), words),
    may: z.strictObject({ mark: z.boolean(), confirm: z.boolean(), send: z.boolean(), sign: z.boolean(), team: z.boolean(), /** Why one of the team may not. */ why: words.nullable() }),
  }),
  refusals: [],
});
export type SheetPage = z.output<typeof readSheet.output>;

const sheetRow = z.strictObject({
  sheet: id, draw: id, window: quarter, organisation: numbered, day: civilDate, stage: sheetStage, judges: z.array(z.string()), mine: z.boolean(), problems: z.number().int(), open: z.number().int(),
});
export type SheetRow = z.output<typeof sheetRow>;

export const listSheets = contract({
  name: 'listSheets', method: 'GET', path: '/check-sheets',
  summary: { zh: '抽查评分表', en: 'Sheets of a draw, or those that one has to fill in or sign for' },
  input: z.strictObject({ draw: id.optional() }),
  output: z.strictObject({ items: z.array(sheetRow) }),
  refusals: [],
});

const markOf = z.strictObject({ item: word, checked: hundredths.min(0).max(100_000).nullable(), asked: z.number().int().min(0).max(500), reason: said, looked: said });
export const marking = {
  marks: z.array(markOf).max(200),
  problems: z.array(z.strictObject({ item: word.nullable(), what: z.string().trim().min(2).max(300), until: civilDate })).max(40),
  opinion: block,
};
export type Marks = z.output<typeof markOf>[];

export const markSheet = contract({
  name: 'markSheet', method: 'POST', path: '/check-sheets/:sheet/marks',
  summary: { zh: '填写核定分', en: 'Fill in what was found' },
  input: z.strictObject({ sheet: id, version, ...marking }),
  output: saved, refusals: ['NotOfTheTeam', 'InterestedJudge', 'SheetConfirmed', 'CheckNotYet', 'ItemNotOnSheet', 'MarkAboveFull', 'MarkWithoutBasis', 'MarksMissing', 'ReasonMissing', 'ProblemDueUnfit', ...changed],
});

export const confirmSheet = contract({
  name: 'confirmSheet', method: 'POST', path: '/check-sheets/:sheet/confirmation',
  summary: { zh: '确认核定分', en: 'Confirm a sheet as another member of the team: from then on it counts' },
  input: z.strictObject({ sheet: id, version }),
  output: saved.extend({ problems: z.number().int() }), refusals: ['NotOfTheTeam', 'InterestedJudge', 'SheetNotMarked', 'SheetByOther', ...changed],
});

export const sendFeedback = contract({
  name: 'sendFeedback', method: 'POST', path: '/check-sheets/:sheet/feedback',
  summary: { zh: '反馈支部', en: 'Send the feedback to the branch' },
  input: z.strictObject({ sheet: id, version }),
  output: saved, refusals: ['SheetNotConfirmed', ...changed],
});

export const signFeedback = contract({
  name: 'signFeedback', method: 'POST', path: '/check-sheets/:sheet/signature',
  summary: { zh: '签收反馈意见', en: 'Sign for the feedback, with a remark' },
  input: z.strictObject({ sheet: id, version, remark: said }),
  output: saved, refusals: ['FeedbackNotSent', ...changed],
});
