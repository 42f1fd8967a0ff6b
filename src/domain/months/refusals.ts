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
  MonthBeingLocked: {
    status: 409,
    say: ({ period }: { period: string }) => ({
      zh: `${period} 正在锁定，无需再次提交。稍后刷新页面查看结果。`, en: `${period} is being locked; there is no need to ask again. Reload the page in a moment to see the result.`,
    }),
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
  YearUnderReview: {
    status: 409,
    say: ({ year }: { year: number }) => ({
      zh: `${year} 年度考核尚未审定，暂不能终审。请先在“年度考核”中办完审定。`, en: `The annual review of ${year} is not approved yet. Finish its approval before the year becomes final.`,
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
  StatementSettled: {
    status: 409,
    say: () => ({
      zh: '本月积分已确认，或已提出异议，或异议期已满（视为确认）。分数有误的，请向支部说明，由支部更正有关记录。',
      en: 'This month is confirmed, under objection, or the time to object has passed, which confirms it. If something is wrong, tell the branch, which can correct the entry.',
    }),
  },
  EntryNotOfMonth: {
    status: 422,
    say: () => ({ zh: '所选记录不在这个月的依据中。请重新选择，或选“漏记”。', en: 'The entry chosen is not among the grounds of this month. Choose another, or say that something is missing.' }),
  },
  NoObjectionOpen: {
    status: 409,
    say: () => ({ zh: '目前没有待您办理的异议，可能已被他人办理。请刷新查看。', en: 'No objection waits here; somebody else may have dealt with it. Look again.' }),
  },
  ReviewNotOpen: {
    status: 409,
    say: () => ({
      zh: '现在不能申请复核：支部尚在答复期内，或答复后的复核申请期已满。', en: 'A review cannot be asked for now: the branch still has time to answer, or the time after its answer has passed.',
    }),
  },
  OwnObjection: {
    status: 403,
    say: () => ({ zh: '不能办理本人的异议，请由其他支部委员或机关党委办理。', en: 'Nobody decides on his own objection. Another member of the committee or the organs committee does.' }),
  },
  OwnEntryDisputed: {
    status: 403,
    say: () => ({
      zh: '异议所涉记录由您登记或审核，您须回避。请由其他支部委员或机关党委办理。', en: 'You entered or confirmed the entry in dispute and cannot decide on it. Another member of the committee or the organs committee does.',
    }),
  },
  SelfCheckNotOpen: {
    status: 409,
    say: ({ opens }: { opens: CivilDate }) => ({ zh: `该月自查从 ${opens} 起报送。`, en: `The self-check of this month opens on ${opens}.` }),
  },
  SelfCheckMonthLocked: {
    status: 409,
    say: ({ period }: { period: Period }) => ({
      zh: `${period} 已锁定，不能再报送自查。确需补报的，请机关党委书记或专职副书记作补报授权。`,
      en: `${period} is locked, and no self-check is taken any more. Ask the secretary or the full-time deputy of the organs committee for a grant of late filing.`,
    }),
  },
  SelfCheckWithOffice: {
    status: 409,
    say: () => ({ zh: '该月自查已提交机关党委，退回后才能修改。', en: 'The self-check is with the office; it can be changed once it is returned.' }),
  },
  SelfCheckNotSubmitted: {
    status: 409,
    say: () => ({ zh: '该月自查尚未提交，或已审阅，目前无需审阅。', en: 'The self-check is not submitted, or was reviewed already.' }),
  },
  SelfCheckByOther: {
    status: 403,
    say: () => ({ zh: '填报和审核须由两人办理。您已填报，请由支部书记或受托代行的副书记审核。', en: 'Filling in and confirming are done by two people. You filled it in; the secretary or an authorised deputy confirms.' }),
  },
  ReturnNeedsReason: {
    status: 422,
    say: () => ({ zh: '退回须逐项说明理由，请至少选一项。', en: 'A return names at least one item with its reason.' }),
  },
  NoIndicators: {
    status: 409,
    say: ({ period }: { period: Period }) => ({ zh: `${period} 所在年度的考核方案没有支部考核项目，无法自查。`, en: `The scheme of the year of ${period} has no items for branches, so there is nothing to check.` }),
  },
  DelegationUnfit: {
    status: 422,
    say: () => ({ zh: '请选择本支部副书记或其他委员，且结束日期不早于开始日期和今天。', en: 'Choose the deputy or another member of the committee, with an end that is not before the beginning or today.' }),
  },
} as const;

export const refuseMonth = refusing(monthRefusals);
