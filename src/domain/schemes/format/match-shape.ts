import { z } from 'zod';
import { word } from '#domain/facts/contract.ts';
import { dayOfYear } from './quantities.ts';

/** What a field of a record must be: one of some levels, a flag, a date of the year, perhaps by some day of it, or a number between two others. */
export const fieldCondition = z.union([
  z.array(word).min(1).max(50),
  z.boolean(),
  z.literal('thisYear'),
  z.strictObject({ by: dayOfYear }),
  z.strictObject({ atLeast: z.number().optional(), atMost: z.number().optional() }),
]);

const conditions = z.strictObject({
  /** Sessions of any of these activities. */
  activities: z.array(word).max(50).optional(),
  contents: z.array(word).max(50).optional(),
  /** Entries of any of these registers (登记簿), declared ones or those that the product keeps itself. */
  records: z.array(word).max(50).optional(),
  /** The part a person took in a session. `attendance` = was expected there. */
  part: z.enum(['attendance', 'speaker', 'exchange', 'host']).optional(),
  /** The part a person has in an entry of a register. */
  as: word.optional(),
  /** Anything tagged with one of these words of the framework, or with one below them. */
  labels: z.array(word).max(50).optional(),
  /** Members of these classes alone. */
  classes: z.array(word).max(20).optional(),
  where: z.record(word, fieldCondition).optional(),
  /** A session whose first agenda item is 首要议题. */
  firstItem: z.boolean().optional(),
  /** A session recorded with its topic, host, minute-taker and who was there. */
  complete: z.boolean().optional(),
  /** Who spoke: the secretary, a member of the committee, or an ordinary member. */
  speaker: z.enum(['secretary', 'committee', 'ordinary']).optional(),
  /** Who spoke stands in this register that day: a lecturer of the pool. */
  speakerIn: word.optional(),
  /** Entered no more than so many days after it happened. */
  enteredWithin: z.int().min(0).max(365).optional(),
  /** Happened no later than this day of its year. */
  by: dayOfYear.optional(),
  /** Names at least so many members of the organisation. */
  personsAtLeast: z.int().min(1).max(500).optional(),
});
/** What a rule looks at (适用). All conditions must hold; what is left out asks nothing. */
export const matchShape = conditions.extend({
  /** Beside everything else, the conditions of at least one of these. */
  anyOf: z.array(conditions).min(2).max(10).optional(),
});
export type Match = z.output<typeof matchShape>;
