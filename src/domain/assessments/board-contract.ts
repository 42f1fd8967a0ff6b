import { z } from 'zod';
import { organisationCard } from '#domain/activities/contract.ts';
import { contract } from '#domain/contracts/contract.ts';
import { civilDate, clockTime, id } from '#domain/facts/contract.ts';
import { itemStates } from './item-standing.ts';

const words = z.strictObject({ zh: z.string(), en: z.string() });
const hundredths = z.number().int();

const cell = z.strictObject({ id: z.string(), value: hundredths.nullable(), full: hundredths.nullable(), progressToDate: hundredths.nullable() });

const row = z.strictObject({
  organisation: organisationCard.extend({ number: z.string() }),
  value: hundredths.nullable(), full: hundredths.nullable(), progressToDate: hundredths.nullable(),
  /** What it came to on the last day of the quarter before; null where there was none in the year. */
  quarterValue: hundredths.nullable(),
  /** Items that lack something, and what the one that costs most lacks. */
  lacking: z.number().int(),
  worst: z.strictObject({ label: words, words }).nullable(),
  aspects: z.array(cell),
  items: z.array(cell.extend({ state: z.enum(itemStates) })),
});
export type ScoreBoardRow = z.output<typeof row>;

const gap = z.strictObject({
  organisation: organisationCard, item: z.string(), label: words,
  /** What the item comes to short of its mark. */
  short: hundredths,
  words, due: civilDate.nullable(),
});

/** The year of all branches that one may see below an organisation, in the order of their numbers, never of their marks. */
export const readScoreBoard = contract({
  name: 'readScoreBoard', method: 'GET', path: '/score-board',
  summary: { zh: '考核看板', en: 'What the branches come to in a year, item by item' },
  input: z.strictObject({ year: z.coerce.number().int().min(2000).max(2100).optional(), organisation: id.optional() }),
  output: z.strictObject({
    year: z.number().int(),
    /** Committees to narrow it down to. */
    choices: z.array(organisationCard),
    /** In the order of the scheme of the year. */
    aspects: z.array(z.strictObject({ id: z.string(), label: words, weight: hundredths.nullable(), items: z.array(z.strictObject({ id: z.string(), label: words, weight: hundredths.nullable() })) })),
    items: z.array(row),
    /** 缺什么: the ten that cost most. */
    gaps: z.array(gap),
    /** The last day of the quarter before. */
    quarter: civilDate.nullable(),
    /** Everything up to this entry of the log is in it; `behind`: something later, or today, is not yet. */
    asOf: z.strictObject({ seq: z.number().int(), day: civilDate, time: clockTime, behind: z.boolean() }),
  }),
  refusals: [],
});
export type ScoreBoard = z.output<typeof readScoreBoard.output>;
export type ScoreGap = z.output<typeof gap>;
