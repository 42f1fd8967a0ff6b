import { z } from 'zod';
import { contract } from '#domain/contracts/contract.ts';
import { id } from '#domain/facts/contract.ts';
import { password, role } from './contract.ts';
import { RECOVERY_CODES, SECRET_LENGTH } from './second-factor.ts';

const nothing = z.strictObject({});
const instant = z.iso.datetime();
const recoveryCode = z.string().regex(/^[a-z2-9]{4}-[a-z2-9]{4}$/);

export const readSecondFactor = contract({
  name: 'readSecondFactor', method: 'GET', path: '/my/second-factor', beforeSecondFactor: true,
  summary: { zh: '查看动态口令', en: 'My second factor' },
  input: nothing,
  output: z.strictObject({ enrolledAt: instant.nullable(), recoveryLeft: z.number().int(), demanded: z.boolean() }),
  refusals: [],
});

/** Secret and recovery codes are made in the page that shows them; the code proves that the phone has the secret. */
export const enrolSecondFactor = contract({
  name: 'enrolSecondFactor', method: 'PUT', path: '/my/second-factor', beforeSecondFactor: true,
  summary: { zh: '启用动态口令', en: 'Enrol a second factor' },
  input: z.strictObject({
    password, secret: z.string().length(SECRET_LENGTH).regex(/^[A-Z2-7]+$/), code: z.string().regex(/^\d{6}$/),
    recoveryCodes: z.array(recoveryCode).length(RECOVERY_CODES),
  }),
  output: nothing,
  refusals: ['PasswordWrong', 'SecondFactorWrong', 'SecondFactorThere', 'SignInDelayed', 'SignInCrowded'],
});

export const removeSecondFactor = contract({
  name: 'removeSecondFactor', method: 'DELETE', path: '/my/second-factor',
  summary: { zh: '停用动态口令', en: 'Remove my second factor' },
  input: z.strictObject({ password }), output: nothing,
  refusals: ['PasswordWrong', 'SecondFactorDemanded', 'SecondFactorMissing', 'SignInDelayed', 'SignInCrowded'],
});

export const resetSecondFactor = contract({
  name: 'resetSecondFactor', method: 'DELETE', path: '/accounts/:account/second-factor',
  summary: { zh: '重置动态口令', en: "Reset an account's second factor" },
  input: z.strictObject({ account: id }), output: nothing,
  refusals: ['GrantBeyondOwn', 'OwnAccount', 'SecondFactorMissing'],
});

export const readSecondFactorRoles = contract({
  name: 'readSecondFactorRoles', method: 'GET', path: '/second-factor-roles',
  summary: { zh: '查看须用动态口令的职责', en: 'Roles that need a second factor' },
  input: nothing, output: z.strictObject({ roles: z.array(role) }), refusals: [],
});

/** All of them anew: who holds one of these must enrol before anything else answers. */
export const demandSecondFactor = contract({
  name: 'demandSecondFactor', method: 'PUT', path: '/second-factor-roles',
  summary: { zh: '规定须用动态口令的职责', en: 'Demand a second factor of roles' },
  input: z.strictObject({ roles: z.array(role).max(20) }), output: z.strictObject({ roles: z.array(role) }),
  refusals: [],
});
