import type { CivilDate } from '#domain/calendar/civil-date.ts';
import { refusing } from '#domain/contracts/refusal.ts';
import type { Words } from '#domain/words/words.ts';

export const registerRefusals = {
  NoMatter: {
    status: 409,
    say: () => ({ zh: '这条登记没有可以对照的事项名称，没有同一事项的名册。', en: 'This entry names no matter by which others could be found, so there is no roster of it.' }),
  },
  EntryIncomplete: {
    status: 422,
    say: () => ({ zh: '有的栏目未填或填写不符合要求，请按提示改正后再提交。', en: 'Some fields are empty or not as they should be. Correct the places named and send it again.' }),
  },
  OpeningNotNeeded: {
    status: 422,
    say: () => ({ zh: '该党组织自年初即纳入考核，没有需要结转的积分。启用日期在“组织机构”中查看。', en: 'The organisation is reckoned with from the beginning of the year, so there is nothing to bring forward. Its day of inclusion stands under Organisations.' }),
  },
  OpeningDayWrong: {
    status: 422,
    say: ({ since }: { since: CivilDate }) => ({ zh: `结转的是启用日期 ${since} 之前的积分，日期应在当年、这一天之前。`, en: `Points from before the day of inclusion, ${since}, are brought forward: date the entry before it, in the same year.` }),
  },
  OpeningTooMuch: {
    status: 422,
    say: ({ part, most }: { part: Words; most: string }) => ({ zh: `“${part.zh}”最多结转 ${most} 分（满分减去按比例计分和基础分的部分）。`, en: `At most ${most} can be brought forward for ${part.en}: the full mark less shares and starting points.` }),
  },
  OpeningFactsThere: {
    status: 409,
    say: ({ part, day }: { part: Words; day: CivilDate }) => ({ zh: `${day} 以前已有计入“${part.zh}”的记录，再结转会重复计分。请只保留一种：撤回那些记录，或者不结转。`, en: `There are facts from before ${day} that pay into ${part.en}, so bringing points forward would count them twice. Keep one: withdraw them, or bring nothing forward.` }),
  },
  EntryThere: {
    status: 409,
    say: ({ day, by }: { day: CivilDate; by: string | null }) => ({
      zh: `同一事项已于 ${day} 登记${by === null ? '' : `（登记人：${by}）`}，不能重复登记。需要补充的，请打开原登记修改。`,
      en: `The same matter was entered for ${day}${by === null ? '' : ` by ${by}`}. Open that entry and amend it instead.`,
    }),
  },
  EntryEndsBefore: {
    status: 422,
    say: () => ({ zh: '截止日期早于开始日期，请核对。', en: 'It ends before it begins. Check the two dates.' }),
  },
  PeriodNeedsReason: {
    status: 422,
    say: ({ period, month }: { period: string; month: string }) => ({
      zh: `所属期 ${period} 与发生日期所在的 ${month} 不同，请写明理由。`,
      en: `The period ${period} is not the month of the day, ${month}. Say why.`,
    }),
  },
  PeriodTooFar: {
    status: 422,
    say: ({ first, last }: { first: string; last: string }) => ({
      zh: `所属期只能在 ${first} 至 ${last} 之间，请核对。`,
      en: `The period must lie between ${first} and ${last}. Check it.`,
    }),
  },
  PersonNotHere: {
    status: 422,
    say: ({ day }: { day: CivilDate }) => ({
      zh: `所选人员 ${day} 不在本党组织。请在“人员”中核对其组织关系。`,
      en: `Somebody chosen does not belong here on ${day}. Check the membership under People.`,
    }),
  },
  NotKeptHere: {
    status: 422,
    say: () => ({ zh: '这本登记簿不由该党组织登记，请选择党支部或机关党委。', en: 'This register is not kept for that organisation. Choose a branch or the committee.' }),
  },
  EntryNotWaiting: {
    status: 409,
    say: () => ({ zh: '这条登记无须审核，或已经审核。', en: 'This entry needs no confirmation, or has been confirmed already.' }),
  },
  OwnEntry: {
    status: 403,
    say: () => ({ zh: '本人登记的或涉及本人的登记，由另一位同志审核。', en: 'What you entered, or what concerns yourself, is confirmed by somebody else.' }),
  },
  OwnEntryChange: {
    status: 403,
    say: () => ({ zh: '这条登记涉及您本人并已计入，由另一位同志修改或撤回。', en: 'This entry concerns yourself and counts already; somebody else amends or withdraws it.' }),
  },
  ConfirmerUnknown: {
    status: 403,
    say: () => ({ zh: '您的账号没有对应人员，不能审核。', en: 'No person stands behind your account, so it cannot confirm.' }),
  },
  RegisterTooLong: {
    status: 422,
    say: ({ most }: { most: number }) => ({
      zh: `符合条件的超过 ${most} 条，请按党组织或年份分次导出。`,
      en: `More than ${most} entries match. Narrow by organisation or year and take them away in parts.`,
    }),
  },
  BatchWithdrawn: {
    status: 409,
    say: ({ on, by }: { on: CivilDate; by: string | null }) => ({
      zh: `这批导入已于 ${on} 撤回${by === null ? '' : `（撤回人：${by}）`}。`,
      en: `This import was taken back on ${on}${by === null ? '' : ` by ${by}`}.`,
    }),
  },
  BatchAmended: {
    status: 409,
    say: ({ entries, day }: { entries: number; day: CivilDate }) => ({
      zh: `这批导入中有 ${entries} 条在导入后又修改过（如 ${day} 的一条），不能整批撤回。请逐条核对后撤回。`,
      en: `${entries} entries of this import were amended afterwards, such as one of ${day}. It cannot be taken back at once; withdraw its entries one by one.`,
    }),
  },
  BatchConfirmed: {
    status: 409,
    say: ({ entries, day }: { entries: number; day: CivilDate }) => ({
      zh: `这批导入中有 ${entries} 条已由其他同志审核（如 ${day} 的一条），不能整批撤回。请逐条核对后撤回。`,
      en: `${entries} entries of this import were confirmed by somebody else, such as one of ${day}. It cannot be taken back at once; withdraw its entries one by one.`,
    }),
  },
  BatchMonthLocked: {
    status: 409,
    say: ({ period }: { period: string }) => ({
      zh: `这批导入中有 ${period} 的登记，该月已锁定，不能整批撤回。确有错误的请逐条修改或撤回。`,
      en: `This import has entries of ${period}, and that month is locked. It cannot be taken back at once; amend or withdraw what is wrong one by one.`,
    }),
  },
} as const;

export const refuseRegister = refusing(registerRefusals);
