import type { CivilDate } from '#domain/calendar/civil-date.ts';
import { refusing } from '#domain/contracts/refusal.ts';

export const schemeRefusals = {
  SchemeHasProblems: {
    status: 422,
    say: ({ count }: { count: number }) => ({
      zh: `考核方案有 ${count} 处问题，未启用。请按所列行号逐处改正。`,
      en: `The scheme has ${count} problems and was not adopted. Correct each at the line given.`,
    }),
  },
  SchemeUnchanged: {
    status: 409,
    say: ({ version, from }: { version: number; from: CivilDate }) => ({
      zh: `这份方案与已启用的第 ${version} 版（自 ${from} 起施行）条文完全相同，没有再启用。修改条文后再启用；条文不改而另行发文的，请填写新的文号。`,
      en: `Every rule of this scheme is the same as in version ${version}, in force from ${from}, so it was not adopted again. Change a rule first; where a new document decides on the same rules, give its number.`,
    }),
  },
  SchemeVersionTaken: {
    status: 409,
    say: ({ version, latest }: { version: number; latest: number }) => ({
      zh: `本方案已启用到第 ${latest} 版，这份写的是第 ${version} 版。请把 version 改为 ${latest + 1}。`,
      en: `Version ${latest} of this scheme was adopted already and this text says version ${version}. Set its version to ${latest + 1}.`,
    }),
  },
  SchemeNotFromFirst: {
    status: 422,
    say: () => ({ zh: '施行日期须为某月 1 日。', en: 'A version takes effect on the first day of a month.' }),
  },
  SchemeBeforeOpenMonth: {
    status: 422,
    say: ({ from, open }: { from: CivilDate; open: CivilDate }) => ({
      zh: `${from} 所在月份全局已经锁定，新版本最早自 ${open} 起施行。请改选月份，或先重开已锁定的月份。`,
      en: `The month of ${from} is locked for the whole bureau, so a new version can be in force from ${open} at the earliest. Choose a later month, or reopen the locked one first.`,
    }),
  },
  SchemeBeforeLatest: {
    status: 422,
    say: ({ from, latest }: { from: CivilDate; latest: CivilDate }) => ({
      zh: `现有版本自 ${latest} 起施行，新版本不能从更早的 ${from} 起。请选 ${latest} 或以后的月份。`,
      en: `The latest version is in force from ${latest}; a new one cannot begin before it, on ${from}. Choose ${latest} or a later month.`,
    }),
  },
  SchemeMissing: {
    status: 409,
    say: () => ({
      zh: '尚未启用考核方案，请机关党委在“考核方案”中启用。',
      en: 'No scheme has been adopted yet. The organs committee can put one into force under Schemes.',
    }),
  },
} as const;

export const refuseScheme = refusing(schemeRefusals);
