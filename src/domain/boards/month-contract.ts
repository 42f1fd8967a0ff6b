import { z } from 'zod';
import { named, organisationCard, words } from '#domain/activities/contract.ts';
import { contract } from '#domain/contracts/contract.ts';
import type { Grounds } from '#domain/engine/evaluation.ts';
import { civilDate, clockTime, id, period, word } from '#domain/facts/contract.ts';

const count = z.number().int();

const counts = z.strictObject({
  arranged: count, held: count, notHeld: count, stopped: count, toRecord: count, toConfirm: count, late: count,
  expected: count, present: count, madeUp: count, excused: count, absent: count,
});

const line = counts.extend({
  /** 参学率 in hundredths of a per cent; null when nobody was expected. */
  rate: count.nullable(),
  standing: z.enum(['nothingArranged', 'toDo', 'inProgress', 'completed']),
  activities: z.array(counts.extend({ activity: word })),
});
export type BoardLine = z.output<typeof line>;
export type BoardActivity = BoardLine['activities'][number];

const row = line.extend({ organisation: organisationCard.extend({ number: z.string() }) });
export type BoardRow = z.output<typeof row>;

/** 开展情况: a month of all branches that one may see below an organisation, in the order of their numbers. */
export const readMonthBoard = contract({
  name: 'readMonthBoard', method: 'GET', path: '/month-board',
  summary: { zh: '开展情况', en: 'What the branches held in a month' },
  input: z.strictObject({ period: period.optional(), organisation: id.optional() }),
  output: z.strictObject({
    period,
    /** Committees to narrow it down to. */
    choices: z.array(organisationCard),
    /** What was arranged this month, in the order of the scheme. */
    activities: z.array(named),
    items: z.array(row),
    /** Pooled, never averaged. */
    total: line,
    /** Everything up to this entry of the log is in it; `behind`: something later is not yet. */
    asOf: z.strictObject({ seq: count, day: civilDate, time: clockTime, behind: z.boolean() }),
  }),
  refusals: [],
});
export type MonthBoard = z.output<typeof readMonthBoard.output>;

/** Why the 参学率 of a month is what it is: of a branch by its sessions, of a committee by its branches. */
export const readMonthGrounds = contract({
  name: 'readMonthGrounds', method: 'GET', path: '/month-board/grounds',
  summary: { zh: '参学率的依据', en: 'Grounds of an attendance rate' },
  input: z.strictObject({ period, organisation: id.optional() }),
  output: z.strictObject({
    grounds: z.custom<Grounds>((value) => typeof value === 'object' && value !== null && 'how' in value),
    names: z.record(z.string(), words),
  }),
  refusals: [],
});
