import { refusing } from '#domain/contracts/refusal.ts';

export const schemeRefusals = {
  SchemeHasProblems: {
    status: 422,
    say: ({ count }: { count: number }) => ({
      zh: `考核方案有 ${count} 处问题，未启用。请按所列行号逐处改正。`,
      en: `The scheme has ${count} problems and was not adopted. Correct each at the line given.`,
    }),
  },
  SchemeVersionTaken: {
    status: 409,
    say: ({ version }: { version: number }) => ({
      zh: `第 ${version} 版已启用过，内容不同。请把新方案的版本号加一。`,
      en: `Version ${version} is already in force with other content. Give the new scheme the next version number.`,
    }),
  },
  SchemeNotFromFirst: {
    status: 422,
    say: () => ({ zh: '施行日期须为某月 1 日。', en: 'A version takes effect on the first day of a month.' }),
  },
} as const;

export const refuseScheme = refusing(schemeRefusals);
