import { z } from 'zod';
import { contract } from '#domain/contracts/contract.ts';
import { civilDate, id, memberStage, post, staffKind } from '#domain/facts/contract.ts';
import { gender } from './contract.ts';

/** An organisation by its id and by the number that other systems know. */
const place = z.strictObject({ id, number: z.string(), name: z.string() });

/**
 * A person as he stands today, whole, so that whoever follows puts it over what he has. `left`: not among the people of the
 * subtree any more, to be closed and not deleted. Neither day of birth nor phone leaves this way.
 */
export const changedPerson = z.strictObject({
  id, number: z.string(), name: z.string(), gender: gender.nullable(),
  status: z.enum(['active', 'left']),
  /** Null for whoever has left. */
  branch: place.nullable(), group: place.nullable(), stage: memberStage.nullable(), staffKind: staffKind.nullable(),
  /** In the home branch or its group. */
  posts: z.array(post),
  /** Since when he belongs there as he does; the last day for whoever has left, where one is known. */
  since: civilDate.nullable(), until: civilDate.nullable(),
});
export type ChangedPerson = z.output<typeof changedPerson>;

export const readPeopleChanges = contract({
  name: 'readPeopleChanges', method: 'GET', path: '/people-changes',
  summary: { zh: '取用人员变动', en: 'People who changed since a cursor, for other systems' },
  input: z.strictObject({
    /** As the last answer gave it; without one everybody comes. */
    cursor: z.string().regex(/^[\w-]{1,400}$/).optional(),
    size: z.coerce.number().int().min(1).max(500).default(200),
  }),
  output: z.strictObject({
    /** In the order of their ids; somebody may come again although nothing changed. */
    items: z.array(changedPerson),
    cursor: z.string(),
    /** There is more: ask again at once with this cursor. */
    more: z.boolean(),
  }),
  refusals: ['CursorUnknown'],
});
