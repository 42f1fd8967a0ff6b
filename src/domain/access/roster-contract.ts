import { z } from 'zod';
import { contract } from '#domain/contracts/contract.ts';
import { id, post } from '#domain/facts/contract.ts';
import { password, role } from './contract.ts';

const ref = z.strictObject({ id, name: z.string() });
const words = z.strictObject({ zh: z.string(), en: z.string() });
const refusal = z.strictObject({ name: z.string(), words });

/** So many people in one request: each password is hashed while the transaction is open. */
export const OPENED_AT_ONCE = 20;
export const ROSTER_ROWS_MOST = 2000;

/** A role that follows from a post of today and is not held yet. */
export const proposedRole = z.strictObject({ post, role, organisation: id, organisationName: z.string() });
export type ProposedRole = z.output<typeof proposedRole>;

export const rosterAccount = z.strictObject({
  person: id, number: z.string(), name: z.string(), branch: ref,
  /** The user name where there is an account already. */
  userName: z.string().nullable(),
  proposed: z.array(proposedRole),
});
export type RosterAccount = z.output<typeof rosterAccount>;

/** People of the roster who have no account, or not the role of their post. */
export const readRosterAccounts = contract({
  name: 'readRosterAccounts', method: 'GET', path: '/roster-accounts',
  summary: { zh: '查看按花名册待开通账号', en: 'Who on the roster has no account or not the role of his post' },
  /** Everybody with the home in `organisation` or below it. */
  input: z.strictObject({ organisation: id.optional() }),
  /** By branch and number. */
  output: z.strictObject({ items: z.array(rosterAccount).max(ROSTER_ROWS_MOST), total: z.number().int() }),
  refusals: [],
});

/**
 * Opens accounts and grants roles for many at once, from today on. Who has an account keeps it and its password, a role
 * that is held is not granted again, and one that is refused stops no other.
 */
export const openAccounts = contract({
  name: 'openAccounts', method: 'POST', path: '/roster-accounts',
  summary: { zh: '批量开通账号', en: 'Open accounts for many' },
  input: z.strictObject({
    people: z.array(z.strictObject({
      person: id, firstPassword: password,
      roles: z.array(z.strictObject({ role, organisation: id })).max(10),
    })).min(1).max(OPENED_AT_ONCE),
  }),
  output: z.strictObject({
    items: z.array(z.strictObject({
      person: id, userName: z.string().nullable(),
      /** Now, with the password that was sent; false where there was one already, whose password stays. */
      opened: z.boolean(),
      granted: z.number().int(),
      refusals: z.array(refusal),
    })),
  }),
  refusals: [],
});

/** First passwords anew for many, where a printed page was lost. */
export const resetPasswords = contract({
  name: 'resetPasswords', method: 'PUT', path: '/roster-accounts/passwords',
  summary: { zh: '批量重置密码', en: 'Reset the passwords of many' },
  input: z.strictObject({ accounts: z.array(z.strictObject({ account: id, firstPassword: password })).min(1).max(OPENED_AT_ONCE) }),
  output: z.strictObject({ items: z.array(z.strictObject({ account: id, userName: z.string().nullable(), reset: z.boolean(), refusals: z.array(refusal) })) }),
  refusals: [],
});
