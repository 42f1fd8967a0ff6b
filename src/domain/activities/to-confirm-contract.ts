import { z } from 'zod';
import { contract } from '#domain/contracts/contract.ts';
import { id } from '#domain/facts/contract.ts';
import { sessionLine } from './contract.ts';

/** So many sessions are shown at once, and may be confirmed in one go. */
export const CONFIRMED_AT_ONCE = 100;

export const sessionToConfirm = sessionLine.extend({
  version: z.number().int(),
  /** Persons on the list who were not there, whatever the reason. */
  away: z.number().int(),
  recordedBy: z.string().nullable(),
  /** Recorded by the reader: another than he confirms it. */
  byMe: z.boolean(),
});
export type SessionToConfirm = z.output<typeof sessionToConfirm>;

/** What waits for the reader's confirmation, the oldest first; records of this year and the one before. */
export const readSessionsToConfirm = contract({
  name: 'readSessionsToConfirm', method: 'GET', path: '/session-confirmations',
  summary: { zh: '待审核的活动', en: 'Sessions to confirm' },
  input: z.strictObject({
    /** With everything below it. */
    organisation: id.optional(),
  }),
  output: z.strictObject({ items: z.array(sessionToConfirm).max(CONFIRMED_AT_ONCE), total: z.number().int() }),
  refusals: [],
});

/** 审核 of several records at once, each in the version that was read: all of them or none. */
export const confirmSessions = contract({
  name: 'confirmSessions', method: 'POST', path: '/session-confirmations',
  summary: { zh: '一并审核活动记录', en: 'Confirm several records' },
  input: z.strictObject({ sessions: z.array(z.strictObject({ session: id, version: z.number().int().min(1) })).min(1).max(CONFIRMED_AT_ONCE) }),
  output: z.strictObject({ confirmed: z.number().int() }),
  refusals: ['OwnRecord', 'NotRecordedYet', 'AlreadyConfirmed', 'NoPersonBehind', 'FactChanged', 'FactWithdrawn'],
});
