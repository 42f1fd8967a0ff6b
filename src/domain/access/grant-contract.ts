import { z } from 'zod';
import { contract } from '#domain/contracts/contract.ts';
import { civilDate, id } from '#domain/facts/contract.ts';
import { grant, role } from './contract.ts';

export const grantRole = contract({
  name: 'grantRole', method: 'POST', path: '/accounts/:account/grants',
  summary: { zh: '授予职责', en: 'Grant a role' },
  /** On `organisation` and everything below it, from one day on, to and including another. */
  input: z.strictObject({ account: id, role, organisation: id, from: civilDate, to: civilDate.nullable() }),
  output: z.strictObject({ id }),
  refusals: ['GrantBeyondOwn', 'GrantToSelf', 'GrantDates', 'AdministratorsApart', 'GrantHeld', 'GrantWithoutPerson', 'GrantWithoutHome'],
});

export const endGrant = contract({
  name: 'endGrant', method: 'POST', path: '/grants/:grant/end',
  summary: { zh: '终止职责', en: 'End a grant' },
  /** The last day, or null for at once: it then holds no more from the next request on. */
  input: z.strictObject({ grant: id, last: civilDate.nullable() }),
  output: z.strictObject({ id }),
  refusals: ['GrantToSelf', 'GrantDates', 'GrantEnded', 'LastAdministrator'],
});

const words = z.strictObject({ zh: z.string(), en: z.string() });

/** One thing that may be done, and the grants by which this account may do it; none: it may not. */
export const right = z.strictObject({ act: z.string(), words, because: z.array(grant) });
export type Right = z.output<typeof right>;

/** Why may he: what an account may do to one organisation today, each right with its grounds. */
export const readRights = contract({
  name: 'readRights', method: 'GET', path: '/accounts/:account/rights',
  summary: { zh: '查看权限依据', en: 'Why an account may do what' },
  input: z.strictObject({ account: id, organisation: id }),
  output: z.strictObject({ organisation: z.strictObject({ id, name: z.string() }), rights: z.array(right) }),
  refusals: ['GrantBeyondOwn'],
});
