import { refusing } from '#domain/contracts/refusal.ts';

export const accessRefusals = {
  SignInFailed: {
    status: 401,
    say: () => ({ zh: '用户名或密码不正确。', en: 'The user name or the password is not right.' }),
  },
  SignInDelayed: {
    status: 429,
    say: ({ seconds }: { seconds: number }) => ({
      zh: `连续输错次数较多,请在 ${seconds} 秒后再试;忘记密码请联系安全管理员重置。`,
      en: `Too many wrong tries. Try again in ${seconds} seconds; if the password is forgotten, ask the security administrator to reset it.`,
    }),
  },
  PasswordWrong: {
    status: 422,
    say: () => ({ zh: '当前密码不正确。', en: 'The current password is not right.' }),
  },
  PasswordWeak: {
    status: 422,
    say: ({ least }: { least: number }) => ({
      zh: `新密码至少 ${least} 位,并含字母、数字、符号中的两类,且不含用户名。`,
      en: `The new password needs at least ${least} characters, two kinds out of letters, digits and symbols, and must not contain the user name.`,
    }),
  },
  PasswordUnchanged: {
    status: 422,
    say: () => ({ zh: '新密码不能与当前密码相同。', en: 'The new password must differ from the current one.' }),
  },
  GrantBeyondOwn: {
    status: 403,
    say: () => ({
      zh: '授予的职责超出您本人的授权范围。请由上级党组织的安全管理员办理。',
      en: 'You cannot grant more than you hold yourself. Ask the security administrator of the committee above.',
    }),
  },
  AdministratorsApart: {
    status: 422,
    say: () => ({
      zh: '系统、安全、审计管理员相互独立,且不得兼任业务职责。请换一个账号授权。',
      en: 'The system, security and audit administrators are separate people and hold no other role. Choose another account.',
    }),
  },
  UserNameTaken: {
    status: 409,
    say: ({ userName }: { userName: string }) => ({ zh: `用户名“${userName}”已被使用。`, en: `The user name “${userName}” is taken.` }),
  },
  PersonHasAccount: {
    status: 409,
    say: () => ({ zh: '该人员已有账号。', en: 'This person already has an account.' }),
  },
} as const;

export const refuseAccess = refusing(accessRefusals);
