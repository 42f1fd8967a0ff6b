import { refusing } from '#domain/contracts/refusal.ts';
import type { Words } from '#domain/words/words.ts';

export const accessRefusals = {
  SignInFailed: {
    status: 401,
    say: () => ({ zh: '用户名或密码不正确。', en: 'The user name or the password is not right.' }),
  },
  SignInDelayed: {
    status: 429,
    say: ({ seconds }: { seconds: number }) => ({
      zh: `连续输错次数较多，请在 ${seconds} 秒后再试；忘记密码请联系安全管理员重置。`,
      en: `Too many wrong tries. Try again in ${seconds} seconds; if the password is forgotten, ask the security administrator to reset it.`,
    }),
  },
  SignInCrowded: {
    status: 503,
    say: () => ({ zh: '登录人数较多，请稍候几秒再试。', en: 'Many people are signing in just now. Try again in a few seconds.' }),
  },
  SecondFactorNeeded: {
    status: 401,
    say: () => ({ zh: '请输入手机上的动态口令；手机不在身边，可用恢复码。', en: 'Enter the code of your phone, or one of your recovery codes.' }),
  },
  SecondFactorWrong: {
    status: 422,
    say: () => ({ zh: '动态口令不正确或已用过，请等下一个口令；恢复码每个只能用一次。', en: 'The code is wrong or was used already. Wait for the next one; a recovery code works once.' }),
  },
  SecondFactorThere: {
    status: 409,
    say: () => ({ zh: '动态口令已经启用。换手机请先停用再启用。', en: 'A second factor is enrolled already. Remove it first to enrol another phone.' }),
  },
  SecondFactorMissing: {
    status: 409,
    say: () => ({ zh: '该账号没有启用动态口令。', en: 'No second factor is enrolled for this account.' }),
  },
  SecondFactorDemanded: {
    status: 403,
    say: () => ({ zh: '您的职责要求使用动态口令，不能停用。换手机或手机遗失，请安全管理员重置。', en: 'Your role demands a second factor. For another phone, ask the security administrator for a reset.' }),
  },
  AccountClosed: {
    status: 403,
    say: () => ({
      zh: '账号已停用，或组织关系已不在本单位，不能登录。如有疑问，请联系安全管理员。',
      en: 'The account is closed, or its holder no longer belongs to the bureau. Ask the security administrator if this is wrong.',
    }),
  },
  TicketsNotTaken: {
    status: 409,
    say: () => ({ zh: '本系统没有开通从统一门户登录，请用用户名和密码登录。', en: 'Nobody comes from a portal here. Sign in with user name and password.' }),
  },
  TicketUnsigned: {
    status: 401,
    say: () => ({
      zh: '登录票据无法验证。请从统一门户重新进入；仍不行，请告诉系统管理员。',
      en: 'The ticket cannot be verified. Enter from the portal again; if it persists, tell the system administrator.',
    }),
  },
  TicketUnfit: {
    status: 401,
    say: ({ why }: { why: Words }) => ({
      zh: `统一门户签发的票据不合约定（${why.zh}）。请告诉系统管理员。`,
      en: `The portal made a ticket that is not as agreed (${why.en}). Tell the system administrator.`,
    }),
  },
  TicketForAnother: {
    status: 401,
    say: () => ({
      zh: '这张票据是签给另一系统或另一单位的。请从统一门户选择本系统重新进入；仍不行，请告诉系统管理员。',
      en: 'This ticket is for another system or another bureau. Enter from the portal again; if it persists, tell the system administrator.',
    }),
  },
  TicketExpired: {
    status: 401,
    say: () => ({ zh: '登录票据已过期，签发后两分钟内有效。请从统一门户重新进入。', en: 'The ticket has expired; it lasts for two minutes at most. Enter from the portal again.' }),
  },
  TicketUsed: {
    status: 409,
    say: () => ({ zh: '这张登录票据已经用过，每张只能用一次。请从统一门户重新进入。', en: 'This ticket was used already, and each is good once. Enter from the portal again.' }),
  },
  TicketOfNobody: {
    status: 403,
    say: () => ({
      zh: '统一门户已确认您的身份，但本系统没有该警号的账号。请联系安全管理员开通。',
      en: 'The portal knows you, but nobody with this number has an account here. Ask the security administrator for one.',
    }),
  },
  TicketForAdministrator: {
    status: 403,
    say: () => ({
      zh: '系统、安全、审计管理员不从统一门户进入，请用用户名和密码登录。',
      en: 'The system, security and audit administrators do not come from the portal. Sign in with user name and password.',
    }),
  },
  PasswordWrong: {
    status: 422,
    say: () => ({ zh: '当前密码不正确。', en: 'The current password is not right.' }),
  },
  PasswordWeak: {
    status: 422,
    say: ({ least }: { least: number }) => ({
      zh: `新密码至少 ${least} 位，并含字母、数字、符号中的两类，且不含用户名。`,
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
      zh: '超出您的授权范围：只能在本人负责的党组织及其下级办理，且对方在范围之外没有其他职责。请由上级的安全管理员办理。',
      en: 'This goes beyond your own scope: you act on your organisation and those below it, for people who hold no role outside of it. Ask the security administrator above.',
    }),
  },
  GrantToSelf: {
    status: 403,
    say: () => ({ zh: '不能给自己授予或终止职责，请由另一名安全管理员办理。', en: 'Nobody grants or ends roles of his own. Ask another security administrator.' }),
  },
  GrantWithoutPerson: {
    status: 422,
    say: () => ({
      zh: '管理员专用账号没有对应人员，不能担任业务职责。请选择本人的账号。',
      en: 'An account without a person can hold no role of the work. Choose the account of a person.',
    }),
  },
  GrantWithoutHome: {
    status: 422,
    say: ({ role }: { role: Words }) => ({
      zh: `“${role.zh}”只能由组织关系在该党组织或其下级的人员担任。请先办理组织关系，或选择其他党组织。`,
      en: `“${role.en}” can be held only by somebody who belongs to this organisation or one below it. Move the membership first, or choose another organisation.`,
    }),
  },
  GrantHeld: {
    status: 409,
    say: () => ({ zh: '该人员在此期间已有同一职责，无需重复授予。', en: 'The person already holds this role here for some of this time.' }),
  },
  GrantDates: {
    status: 422,
    say: () => ({ zh: '起止日期不能早于今天，终止日期不能早于起始日期，也不能晚于原定的终止日期。', en: 'No day may lie before today, the last not before the first, nor after the last day as granted.' }),
  },
  GrantEnded: {
    status: 409,
    say: () => ({ zh: '该职责已经终止。', en: 'This grant has already ended.' }),
  },
  LastAdministrator: {
    status: 409,
    say: ({ role }: { role: Words }) => ({
      zh: `这是最后一名长期有效的“${role.zh}”。请先授权接任者。`,
      en: `This is the last lasting ${role.en}. Appoint the successor first.`,
    }),
  },
  OwnAccount: {
    status: 403,
    say: () => ({ zh: '不能停用或重置本人的账号。修改密码请到“我的”页面。', en: 'You cannot close or reset your own account. Change your password on the page “Me”.' }),
  },
  AccountStateUnchanged: {
    status: 409,
    say: () => ({ zh: '账号已经是这个状态，请刷新页面。', en: 'The account is in this state already. Refresh the page.' }),
  },
  AdministratorsApart: {
    status: 422,
    say: () => ({
      zh: '系统、安全、审计管理员相互独立，且不得兼任业务职责。请换一个账号授权。',
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
