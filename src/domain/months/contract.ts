import { z } from 'zod';
import { contract } from '#domain/contracts/contract.ts';
import { civilDate, id, period } from '#domain/facts/contract.ts';
import { jobProgress } from '#domain/jobs/contract.ts';

const version = z.number().int().min(1);
const year = z.number().int().min(2000).max(2199);
const reason = z.string().trim().min(2).max(200);
const card = z.strictObject({ id, name: z.string() });

const closing = z.strictObject({
  fact: id, version, stage: z.enum(['closed', 'reopened']), organisation: card, on: civilDate, by: z.string().nullable(), reason: z.string(),
});
export const monthRow = z.strictObject({
  period, state: z.enum(['notYet', 'open', 'due', 'overdue', 'locked']), opens: civilDate, due: civilDate, lock: civilDate, provisional: z.boolean(),
  /** The closing in force, or the one that was taken back. */
  closing: closing.nullable(),
});
export type MonthRow = z.output<typeof monthRow>;

const grantRow = z.strictObject({
  grant: id, organisation: card, period, until: civilDate, by: z.string().nullable(), on: civilDate, reason: z.string(), inForce: z.boolean(),
});
export type GrantRow = z.output<typeof grantRow>;

export const readMonths = contract({
  name: 'readMonths', method: 'GET', path: '/months',
  summary: { zh: '月度办理', en: 'Months: open, due, locked' },
  input: z.strictObject({ organisation: id.optional(), year: z.coerce.number().int().min(2000).max(2199).optional() }),
  output: z.strictObject({
    organisation: card, scopes: z.array(card), year, months: z.array(monthRow), yearClosing: closing.nullable(), lateDays: z.number().int().nullable(),
    grants: z.array(grantRow),
    /** Branches below, for a grant. */
    branches: z.array(card),
    /** The newest lock of a month of the year that the reader asked for here; the statements issued, once it is done. */
    locking: z.strictObject({ period, job: jobProgress, statements: z.number().int().nullable() }).nullable(),
    may: z.strictObject({ close: z.boolean(), reopen: z.boolean(), grant: z.boolean() }),
  }),
  refusals: [],
});
export type Months = z.output<typeof readMonths.output>;

export const closeMonth = contract({
  name: 'closeMonth', method: 'POST', path: '/organisations/:organisation/month-closings',
  summary: { zh: '锁定月份', en: 'Lock a month' },
  input: z.strictObject({ organisation: id, period }),
  /** The work goes on after the answer: the months tell how far it is. */
  output: z.strictObject({ job: id }),
  refusals: ['MonthNotDue', 'MonthClosedAlready', 'MonthBeingLocked'],
});

export const closeYear = contract({
  name: 'closeYear', method: 'POST', path: '/organisations/:organisation/year-closings',
  summary: { zh: '年度终审', en: 'Make a year final' },
  input: z.strictObject({ organisation: id, year }),
  output: z.strictObject({ closing: id, version }),
  refusals: ['YearHasOpenMonths', 'ObjectionsOpen', 'YearUnderReview', 'MonthClosedAlready'],
});

export const reopenMonth = contract({
  name: 'reopenMonth', method: 'POST', path: '/closings/:closing/reopening',
  summary: { zh: '解锁', en: 'Reopen a locked month or year' },
  input: z.strictObject({ closing: id, version, reason }),
  output: z.strictObject({ version }),
  refusals: ['FactChanged', 'MonthNotClosed'],
});

export const grantLateFiling = contract({
  name: 'grantLateFiling', method: 'POST', path: '/organisations/:organisation/late-filing-grants',
  summary: { zh: '补报授权', en: 'Allow late filing' },
  input: z.strictObject({ organisation: id, period, until: civilDate, reason }),
  output: z.strictObject({ grant: id }),
  refusals: ['MonthNotClosed', 'GrantEndsInPast'],
});
