import { z } from 'zod';
import { contract } from '#domain/contracts/contract.ts';
import { civilDate, id } from '#domain/facts/contract.ts';

const count = z.number().int().min(0);

export const mergeBranch = contract({
  name: 'mergeBranch', method: 'POST', path: '/organisations/:organisation/merger',
  summary: { zh: '并入其他党支部', en: 'Merge a branch into another one' },
  /** `from` is the first day on which its people belong to the other; the day before is its last one. */
  input: z.strictObject({ organisation: id, version: z.number().int().min(1), into: id, from: civilDate }),
  output: z.strictObject({ people: count, endedPosts: count, endedTeams: count, groups: count }),
  refusals: ['DayInFuture', 'YearClosed', 'MergeUnfit', 'MergeIntoAbsent', 'OrganisationDissolved', 'DissolvedBeforeFounded', 'OrganisationNotEmpty', 'OwnMembershipOrPost', 'FactChanged'],
});
