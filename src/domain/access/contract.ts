import { z } from 'zod';
import { contract } from '#domain/contracts/contract.ts';
import { civilDate, id } from '#domain/facts/contract.ts';
import { roles, type Role } from './roles.ts';

export const role = z.enum(roles as [Role, ...Role[]]);

export const grant = z.strictObject({
  id, role, organisation: id, organisationName: z.string(), from: civilDate, to: civilDate.nullable(),
});

/** Who is signed in, with what he may do; every page begins with it. */
export const whoAmI = z.strictObject({
  account: id,
  userName: z.string(),
  person: z.strictObject({ id, name: z.string(), number: z.string() }).nullable(),
  /** The home branch today, when there is one. */
  branch: z.strictObject({ id, name: z.string() }).nullable(),
  grants: z.array(grant),
  /** May take tables about others away as a file, somewhere; pages show the button by it. */
  takesTables: z.boolean(),
  mustChangePassword: z.boolean(),
  /** A role of his demands a second factor, and he has none yet. */
  mustEnrol: z.boolean(),
  bureau: z.strictObject({ code: z.string(), zh: z.string(), en: z.string(), kind: z.enum(['demo', 'own']) }),
  /** The civil day of the server, Asia/Shanghai. */
  today: civilDate,
});
export type WhoAmI = z.output<typeof whoAmI>;

export const userName = z.string().trim().min(1).max(60);
export const password = z.string().min(1).max(200);

/** The code of the phone, or a recovery code, where the account has a second factor. */
export const factorCode = z.string().regex(/^(\d{6}|[a-z2-9]{4}-[a-z2-9]{4})$/);

export const signIn = contract({
  name: 'signIn', method: 'POST', path: '/session', open: true, idempotent: 'byNature',
  summary: { zh: '登录', en: 'Sign in' },
  input: z.strictObject({ userName, password, code: factorCode.optional() }),
  output: whoAmI,
  refusals: ['SignInFailed', 'SignInDelayed', 'SignInCrowded', 'AccountClosed', 'SecondFactorNeeded', 'SecondFactorWrong'],
});

export const signOut = contract({
  name: 'signOut', method: 'DELETE', path: '/session', beforePasswordChange: true, idempotent: 'byNature',
  summary: { zh: '退出登录', en: 'Sign out' },
  input: z.strictObject({}), output: z.strictObject({}), refusals: [],
});

export const readSession = contract({
  name: 'readSession', method: 'GET', path: '/session', beforePasswordChange: true,
  summary: { zh: '当前登录人', en: 'Who is signed in' },
  input: z.strictObject({}), output: whoAmI, refusals: [],
});

export const changePassword = contract({
  name: 'changePassword', method: 'PUT', path: '/session/password', beforePasswordChange: true,
  summary: { zh: '修改密码', en: 'Change the password' },
  input: z.strictObject({ current: password, next: password }),
  output: whoAmI,
  refusals: ['PasswordWrong', 'PasswordWeak', 'PasswordUnchanged', 'SignInDelayed', 'SignInCrowded'],
});

/** The sample accounts of a demo bureau, shown on its log-in page, empty for a bureau of one's own; and the bureau's portal, where people may come from. */
export const readSignInPage = contract({
  name: 'readSignInPage', method: 'GET', path: '/sign-in', open: true,
  summary: { zh: '登录页', en: 'The log-in page' },
  input: z.strictObject({}),
  output: z.strictObject({
    bureau: z.strictObject({ code: z.string(), zh: z.string(), en: z.string(), kind: z.enum(['demo', 'own']) }),
    portal: z.string().nullable(),
    samples: z.array(z.strictObject({ userName: z.string(), password: z.string(), zh: z.string(), en: z.string() })),
  }),
  refusals: [],
});
