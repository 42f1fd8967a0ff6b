import { z } from 'zod';
import { organisationCard } from '#domain/activities/contract.ts';
import { contract } from '#domain/contracts/contract.ts';
import { drawState, quarter } from '#domain/facts/check-contract.ts';
import { civilDate, id } from '#domain/facts/contract.ts';

const version = z.number().int().min(1);
const stratum = drawState.shape.list.element.shape.stratum;
const numbered = organisationCard.extend({ number: z.string() });
export const drawStage = drawState.shape.stage;
export type DrawStage = z.output<typeof drawStage>;

/** A stratum with what the share does to it: whether everybody comes up at least once in the quarters asked for. */
const reach = z.strictObject({ stratum, count: z.number().int(), taken: z.number().int(), inAll: z.number().int(), enough: z.boolean() });
export type StratumReach = z.output<typeof reach>;

const drawnBranch = z.strictObject({ organisation: numbered, stratum, because: z.enum(['waited', 'lot']) });
export type DrawnBranch = z.output<typeof drawnBranch>;

export const drawCard = z.strictObject({
  draw: id, version, organisation: organisationCard, window: quarter, stage: drawStage, publishedOn: civilDate, publishedBy: z.string().nullable(),
  share: z.number().int(), quarters: z.number().int(), listHash: z.string(),
  /** Who typed a word and when; the words themselves are shown once branches are drawn. */
  words: z.array(z.strictObject({ by: z.string(), on: civilDate, mine: z.boolean() })),
  drawnOn: civilDate.nullable(), drawn: z.array(drawnBranch), voided: z.string(),
});
export type DrawCard = z.output<typeof drawCard>;

const listed = z.strictObject({ organisation: numbered, stratum, last: quarter.nullable() });
export type ListedBranch = z.output<typeof listed>;

export const listDraws = contract({
  name: 'listDraws', method: 'GET', path: '/draws',
  summary: { zh: '季抽查', en: 'Spot checks of a year: who was drawn, and who is left' },
  input: z.strictObject({ year: z.coerce.number().int().min(2000).max(2100).optional() }),
  output: z.strictObject({
    year: z.number().int(), items: z.array(drawCard),
    /** Branches that were not drawn yet this year. */
    left: z.array(numbered),
    /** The quarter that runs, and the committees for which one may still draw in it. */
    next: z.strictObject({ window: quarter, organisations: z.array(organisationCard) }),
  }),
  refusals: [],
});

export const readDraw = contract({
  name: 'readDraw', method: 'GET', path: '/draws/:draw',
  summary: { zh: '一次抽取', en: 'One draw: the list, its hash, the words, whom it drew' },
  input: z.strictObject({ draw: id }),
  output: z.strictObject({
    card: drawCard, strata: z.array(reach), list: z.array(listed),
    /** What the hash is of, for whoever wants to repeat it; the words and the seed once branches are drawn. */
    proof: z.strictObject({ text: z.string(), words: z.array(z.string()), seed: z.string().nullable() }),
    may: z.strictObject({ word: z.boolean(), draw: z.boolean(), plan: z.boolean(), circular: z.boolean() }),
  }),
  refusals: [],
});
export type DrawPage = z.output<typeof readDraw.output>;

const terms = { share: z.coerce.number().int().min(100).max(10_000), quarters: z.coerce.number().int().min(1).max(12) };

export const readDrawForm = contract({
  name: 'readDrawForm', method: 'GET', path: '/organisations/:organisation/draw-form',
  summary: { zh: '公布抽取名单表单', en: 'The list as it would be published now' },
  input: z.strictObject({ organisation: id, share: terms.share.optional(), quarters: terms.quarters.optional() }),
  output: z.strictObject({ organisation: organisationCard, window: quarter, share: terms.share, quarters: terms.quarters, strata: z.array(reach), list: z.array(listed) }),
  refusals: ['NothingToDraw'],
});

const saved = z.strictObject({ draw: id, version });

export const publishDraw = contract({
  name: 'publishDraw', method: 'POST', path: '/organisations/:organisation/draws',
  summary: { zh: '公布抽取名单', en: 'Publish the list of a draw with its hash' },
  input: z.strictObject({ organisation: id, share: terms.share, quarters: terms.quarters }),
  output: saved.extend({ listHash: z.string() }), refusals: ['DrawStands', 'NothingToDraw'],
});

export const giveDrawWord = contract({
  name: 'giveDrawWord', method: 'POST', path: '/draws/:draw/words',
  summary: { zh: '输入抽取词语', en: 'Type a word for a draw' },
  input: z.strictObject({ draw: id, word: z.string().trim().min(2).max(40).regex(/^[^\n\r\t]+$/) }),
  output: saved, refusals: ['DrawOver', 'ListChanged', 'WordTwice', 'WordNeedsPerson'],
});

export const carryOutDraw = contract({
  name: 'carryOutDraw', method: 'POST', path: '/draws/:draw/result',
  summary: { zh: '抽取', en: 'Draw the branches' },
  input: z.strictObject({ draw: id }),
  output: saved.extend({ drawn: z.number().int() }), refusals: ['DrawOver', 'ListChanged', 'WordsMissing'],
});

export const voidDraw = contract({
  name: 'voidDraw', method: 'POST', path: '/draws/:draw/voiding',
  summary: { zh: '作废抽取名单', en: 'Void a published list before anybody is drawn' },
  input: z.strictObject({ draw: id, reason: z.string().trim().min(2).max(200) }),
  output: saved, refusals: ['DrawOver'],
});

export const exportDrawProof = contract({
  name: 'exportDrawProof', method: 'GET', path: '/draws/:draw/proof',
  summary: { zh: '下载抽取复核文件', en: 'The proof file of a draw' },
  input: z.strictObject({ draw: id }),
  output: z.void(), returns: 'file', refusals: [],
});
