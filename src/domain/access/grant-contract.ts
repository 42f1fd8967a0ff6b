import { z } from 'zod';
import { contract } from '#domain/contracts/contract.ts';
import { civilDate, id } from '#domain/facts/contract.ts';
import { grant, role, whoAmI } from './contract.ts';

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

const viewpoint = z.strictObject({ who: whoAmI, rights: z.array(right) });
export type Viewpoint = z.output<typeof viewpoint>;

/** The product as an account is offered it: who it is to the pages, and every right that it holds anywhere with its grants. */
export const readViewpoint = contract({
  name: 'readViewpoint', method: 'GET', path: '/accounts/:account/viewpoint',
  summary: { zh: '以某人视角查看', en: 'As an account sees the product' },
  input: z.strictObject({ account: id }), output: viewpoint, refusals: ['GrantBeyondOwn'],
});
