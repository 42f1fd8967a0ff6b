import type { CivilDate, Period } from '#domain/calendar/civil-date.ts';
import { refusing } from '#domain/contracts/refusal.ts';

export const monthRefusals = {
  MonthNotDue: {
    status: 409,
    say: ({ period, due }: { period: Period; due: CivilDate }) => ({
      zh: `${period} 的报送期到 ${due} 为止，期满后才能锁定。`, en: `Filing for ${period} is open until ${due}. Lock the month after that day.`,
    }),
  },
  MonthClosedAlready: {
    status: 409,
    say: ({ period }: { period: string }) => ({ zh: `${period} 已锁定，无需再次锁定。`, en: `${period} is locked already.` }),
  },
  MonthNotClosed: {
    status: 409,
    say: ({ period }: { period: string }) => ({
      zh: `${period} 未锁定，可以直接补记，无需解锁或授权。`, en: `${period} is not locked: enter what is missing; neither reopening nor a grant is needed.`,
    }),
  },
  YearHasOpenMonths: {
    status: 409,
    say: ({ year, open }: { year: number; open: string }) => ({
      zh: `${year} 年尚有未锁定的月份：${open}。请先锁定各月，再办理终审。`, en: `Months of ${year} are not locked yet: ${open}. Lock them before the year becomes final.`,
    }),
  },
  LateFilingNeedsGrant: {
    status: 409,
    say: ({ period, days, lateDays }: { period: Period; days: number; lateDays: number }) => ({
      zh: `${period} 已锁定，补录 ${days} 天，超过 ${lateDays} 天期限。请机关党委书记或专职副书记在“月度办理”中作补报授权后再录入。`,
      en: `${period} is locked, and this is ${days} days late, beyond the limit of ${lateDays}. Ask the secretary or the full-time deputy of the organs committee for a grant of late filing under Months.`,
    }),
  },
  YearFinal: {
    status: 409,
    say: ({ year }: { year: number }) => ({
      zh: `${year} 年度已终审，不能再录入或修改。只有复核成立，或由机关党委书记、专职副书记说明理由解锁后，才能变更。`,
      en: `${year} is final and takes no more entries. Only an upheld review, or a reopening with its reason by the secretary or the full-time deputy of the organs committee, can change it.`,
    }),
  },
  GrantEndsInPast: {
    status: 422,
    say: ({ today }: { today: CivilDate }) => ({ zh: `授权截止日不能早于今天（${today}）。`, en: `A grant cannot end before today (${today}).` }),
  },
} as const;

export const refuseMonth = refusing(monthRefusals);
