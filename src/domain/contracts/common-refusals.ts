import { refusing } from './refusal.ts';

/** Refusals that any operation may answer with; contracts need not list them. */
export const commonRefusals = {
  InputInvalid: {
    status: 422,
    say: () => ({ zh: '填写的内容有误，请按提示改正后再提交。', en: 'Some of the input is not valid. Correct the places named and try again.' }),
  },
  InputUnreadable: {
    status: 400,
    say: () => ({ zh: '请求内容无法读取（不是有效的 JSON）。', en: 'The request body is not valid JSON.' }),
  },
  InputTooLarge: {
    status: 413,
    say: ({ limit }: { limit: string }) => ({ zh: `提交的内容超过上限 ${limit}，请分批提交。`, en: `The input is larger than the limit of ${limit}. Send it in parts.` }),
  },
  NotSignedIn: {
    status: 401,
    say: () => ({ zh: '尚未登录或登录已过期，请重新登录。已填写的内容会保留在本机。', en: 'You are not signed in, or the session has ended. Sign in again; what you typed is kept on this device.' }),
  },
  PasswordMustChange: {
    status: 403,
    say: () => ({ zh: '首次登录须先修改初始密码。', en: 'Change the first password before anything else.' }),
  },
  SecondFactorMustEnrol: {
    status: 403,
    say: () => ({ zh: '您的职责要求使用动态口令，请先启用。', en: 'Your role demands a second factor. Enrol one before anything else.' }),
  },
  NotAllowed: {
    status: 403,
    say: ({ zh, en }: { zh: string; en: string }) => ({ zh, en }),
  },
  NotFound: {
    status: 404,
    say: () => ({ zh: '没有找到，或者不在您的查看范围内。', en: 'Not found, or outside what you may see.' }),
  },
  KeyMissing: {
    status: 400,
    say: () => ({ zh: '提交缺少防重复编号（Idempotency-Key），请刷新页面后重试。', en: 'A write needs an Idempotency-Key header (a fresh UUID for each intention).' }),
  },
  KeyReused: {
    status: 422,
    say: () => ({ zh: '同一提交编号已用于另一项内容，请刷新页面后重新提交。', en: 'This Idempotency-Key was used for a different request. Use a new key for a new intention.' }),
  },
  CrossSite: {
    status: 403,
    say: () => ({ zh: '请求来自其他网站，已拒绝。请从本系统页面操作。', en: 'The request came from another site and was refused.' }),
  },
  DatabaseAway: {
    status: 503,
    say: () => ({ zh: '数据库暂时无法连接，内容未保存，请稍后重试。', en: 'The database cannot be reached right now. Nothing was saved; try again shortly.' }),
  },
  DiskFull: {
    status: 503,
    say: () => ({
      zh: '服务器磁盘已满，内容未保存，已填写的内容还在本页。请告知系统管理员清理磁盘，之后再提交一次，不会重复记录。',
      en: 'The disk of the server is full and nothing was saved; what you typed is still on this page. Tell the system administrator to make room, then submit again: it will not be recorded twice.',
    }),
  },
} as const;

export const refuse = refusing(commonRefusals);
