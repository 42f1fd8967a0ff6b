import { z } from 'zod';
import { contract } from '#domain/contracts/contract.ts';
import { civilDate, id } from '#domain/facts/contract.ts';
import { password, role, userName } from './contract.ts';
import { grantStandings } from './grant-standing.ts';

const ref = z.strictObject({ id, name: z.string() });
const instant = z.iso.datetime();
const nothing = z.strictObject({});
const search = z.string().trim().max(60).optional();

/**
 * `active`; `firstPassword`: handed out, not changed yet; `departed`: the person has no home in the bureau today, so the
 * account opens nothing; `closed` by an administrator.
 */
export const accountState = z.enum(['active', 'firstPassword', 'departed', 'closed']);
export type AccountState = z.output<typeof accountState>;

export const accountRow = z.strictObject({
  id, userName: z.string(), state: accountState,
  person: z.strictObject({ id, number: z.string(), name: z.string() }).nullable(),
  /** The home branch, the last one for who left. */
  branch: ref.nullable(),
  /** In force today. */
  roles: z.array(z.strictObject({ role, organisation: z.string() })),
  /** Whether the asker may act on it: his scope must hold all of its places. */
  manageable: z.boolean(),
});
export type AccountRow = z.output<typeof accountRow>;

export const readAccounts = contract({
  name: 'readAccounts', method: 'GET', path: '/accounts',
  summary: { zh: '查看账号列表', en: 'List accounts' },
  input: z.strictObject({
    search, role: role.optional(), state: accountState.optional(),
    /** Whose home is there or below. */
    organisation: id.optional(),
    page: z.coerce.number().int().min(1).max(100_000).default(1),
    size: z.coerce.number().int().min(1).max(100).default(20),
  }),
  output: z.strictObject({ items: z.array(accountRow), total: z.number().int() }),
  refusals: [],
});

export const accountGrant = z.strictObject({
  id, role, organisation: id, organisationName: z.string(), from: civilDate, to: civilDate.nullable(),
  standing: z.enum(grantStandings), grantedBy: z.string().nullable(), grantedAt: instant,
  endedBy: z.string().nullable(), endedAt: instant.nullable(),
});
export type AccountGrant = z.output<typeof accountGrant>;

export const loginSession = z.strictObject({
  session: z.string(),
  /** Its kind, as `Windows · Edge`. */
  device: z.string().nullable(),
  openedAt: instant, lastSeenAt: instant, expiresAt: instant,
  /** The one that asks. */
  current: z.boolean(),
});
export type LoginSession = z.output<typeof loginSession>;

export const accountPage = z.strictObject({
  account: accountRow,
  createdAt: instant,
  /** While wrong passwords keep it from being tried at all. */
  delayedUntil: instant.nullable(),
  /** Since when it has a second factor. */
  secondFactorSince: instant.nullable(),
  /** Those in force first, then the coming, the suspended and the past. */
  grants: z.array(accountGrant),
  sessions: z.array(loginSession),
  /** Whether it is the asker's own; nobody acts on his own here. */
  own: z.boolean(),
});
export type AccountPage = z.output<typeof accountPage>;

export const readAccount = contract({
  name: 'readAccount', method: 'GET', path: '/accounts/:account',
  summary: { zh: '查看账号', en: 'One account with its grants and sessions' },
  input: z.strictObject({ account: id }), output: accountPage, refusals: ['GrantBeyondOwn'],
});

/** People of the asker's scope who have no account yet. */
export const readAccountCandidates = contract({
  name: 'readAccountCandidates', method: 'GET', path: '/account-candidates',
  summary: { zh: '查找待开通人员', en: 'People without an account' },
  /** Everybody with the home in `organisation` or below it. */
  input: z.strictObject({ search, organisation: id.optional() }),
  /** The first hundred by number, and how many there are. */
  output: z.strictObject({ items: z.array(z.strictObject({ id, number: z.string(), name: z.string(), branch: ref })), total: z.number().int() }),
  refusals: [],
});

/** The first password is made by who hands it over (`firstPassword`), so that no answer carries one. */
export const createAccount = contract({
  name: 'createAccount', method: 'POST', path: '/accounts',
  summary: { zh: '开通账号', en: 'Open an account' },
  input: z.strictObject({
    person: id,
    /** The person's number where it is left out. */
    userName: userName.optional(),
    firstPassword: password,
  }),
  output: z.strictObject({ account: id, userName: z.string() }),
  refusals: ['PersonHasAccount', 'UserNameTaken', 'PasswordWeak', 'SignInCrowded'],
});

const accountRefusals = ['GrantBeyondOwn', 'OwnAccount'] as const;

export const resetPassword = contract({
  name: 'resetPassword', method: 'PUT', path: '/accounts/:account/password',
  summary: { zh: '重置密码', en: 'Reset a password' },
  input: z.strictObject({ account: id, firstPassword: password }),
  output: nothing,
  refusals: [...accountRefusals, 'PasswordWeak', 'SignInCrowded'],
});

export const closeAccount = contract({
  name: 'closeAccount', method: 'POST', path: '/accounts/:account/closure',
  summary: { zh: '停用账号', en: 'Close an account' },
  input: z.strictObject({ account: id }), output: nothing,
  refusals: [...accountRefusals, 'AccountStateUnchanged', 'LastAdministrator'],
});

export const reopenAccount = contract({
  name: 'reopenAccount', method: 'DELETE', path: '/accounts/:account/closure',
  summary: { zh: '恢复账号', en: 'Reopen an account' },
  input: z.strictObject({ account: id }), output: nothing,
  refusals: [...accountRefusals, 'AccountStateUnchanged'],
});

const sessionHash = z.string().regex(/^[0-9a-f]{64}$/);

export const endSessions = contract({
  name: 'endSessions', method: 'DELETE', path: '/accounts/:account/sessions',
  summary: { zh: '强制退出登录', en: 'End the sessions of an account' },
  /** One of them, or all. */
  input: z.strictObject({ account: id, session: sessionHash.optional() }),
  output: z.strictObject({ ended: z.number().int() }),
  refusals: ['GrantBeyondOwn'],
});

export const readMySessions = contract({
  name: 'readMySessions', method: 'GET', path: '/my/sessions',
  summary: { zh: '我的登录', en: 'Where I am signed in' },
  input: nothing, output: z.strictObject({ items: z.array(loginSession) }), refusals: [],
});

export const endMySessions = contract({
  name: 'endMySessions', method: 'DELETE', path: '/my/sessions',
  summary: { zh: '退出其他登录', en: 'End my other sessions' },
  /** One of them, or all but this one. */
  input: z.strictObject({ session: sessionHash.optional() }),
  output: z.strictObject({ ended: z.number().int() }),
  refusals: [],
});
