import { z } from 'zod';
import { parseCivilDate } from '#domain/calendar/civil-date.ts';

export const civilDate = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/)
  // 30 February has the shape of a date and would reach the database as a fault.
  .refine((it) => it >= '1900' && parseCivilDate(it) !== null);
export const period = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/);
export const clockTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);
export const id = z.uuid();
/** A word of the scheme: the id of an activity kind, an excuse reason, a post, a rule. */
export const word = z.string().regex(/^[a-z][a-zA-Z0-9-]{0,63}$/);

/** What a published number recomputes from. */
export const pinned = {
  scheme: word, schemeVersion: z.number().int().min(1), evaluator: z.number().int().min(1),
  asOfSeq: z.number().int().min(0), date: civilDate,
  /** Hash of the grounds as they were shown. */
  groundsHash: z.string().regex(/^[0-9a-f]{64}$/),
};
export const hundredths = z.number().int().min(-10_000_000).max(10_000_000);
