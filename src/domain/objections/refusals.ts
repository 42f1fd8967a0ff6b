import type { CivilDate } from '#domain/calendar/civil-date.ts';
import { refusing } from '#domain/contracts/refusal.ts';

export const objectionRefusals = {
  ObjectionTooLate: {
    status: 409,
    say: ({ day }: { day: CivilDate }) => ({
      zh: `异议期已于 ${day} 届满，不能再提出。确有错误的，请向支部说明，由支部更正记录。`,
      en: `The time to object ended on ${day}. If the entry is wrong, tell the branch, which can correct it.`,
    }),
  },
  ObjectedAlready: {
    status: 409,
    say: () => ({ zh: '对同一事项已有一件异议在办，请等待办理结果，或在原异议中补充。', en: 'An objection to the same matter is open already. Wait for its outcome.' }),
  },
  NotYourMatter: {
    status: 403,
    say: () => ({
      zh: '党员只能对涉及本人的记录提出异议，党支部的事项由支部书记提出。', en: 'A member objects to what concerns himself; for a branch its secretary does.',
    }),
  },
  ObjectionMoved: {
    status: 409,
    say: () => ({ zh: '这件异议已由他人办理，或已撤回，请刷新查看。', en: 'Somebody else has dealt with this objection, or it was withdrawn. Look again.' }),
  },
  ReviewNotDue: {
    status: 409,
    say: () => ({
      zh: '现在不能申请复核：尚未答复，或答复已采纳异议，或复核申请期已满。', en: 'A review cannot be asked for now: there is no answer yet, the answer gave what was asked, or the time after it has passed.',
    }),
  },
  OwnObjectionDecided: {
    status: 403,
    say: () => ({
      zh: '不能办理本人提出或涉及本人、本支部的异议，请由其他同志办理。', en: 'Nobody decides on an objection of his own, about himself or of his own branch. Somebody else does.',
    }),
  },
  OwnWorkDisputed: {
    status: 403,
    say: () => ({
      zh: '异议所涉记录由您登记、审核、答复，或与您本人的积分有关，须回避。请由其他同志办理。',
      en: 'You entered, confirmed or answered what is in dispute, or gain by it, and cannot decide on it. Somebody else does.',
    }),
  },
  CorrectionMissing: {
    status: 422,
    say: () => ({
      zh: '采纳异议须同时写明如何更正：请选择要更正的记录和更正方式。分数不能直接改动。', en: 'Upholding names the correction: choose the entry and how it is put right. A number is never changed by itself.',
    }),
  },
  CorrectionNotAllowed: {
    status: 422,
    say: () => ({
      zh: '这条记录不能这样更正，请从列出的方式中选择。', en: 'This entry cannot be put right that way. Choose one of the ways listed.',
    }),
  },
  CorrectionChangesNothing: {
    status: 422,
    say: () => ({ zh: '更正后的内容与原记录相同。请改为“不采纳”，或选择其他更正方式。', en: 'The corrected entry is the same as it was. Reject the objection, or choose another correction.' }),
  },
  CorrectionWaits: {
    status: 409,
    say: () => ({
      zh: '这条记录有一版正待审核，请先审核或撤回该版，再作更正。', en: 'A version of this entry waits for confirmation. Confirm or withdraw it first.',
    }),
  },
  ObjectionsOpen: {
    status: 409,
    say: ({ year, count }: { year: number; count: number }) => ({
      zh: `${year} 年度还有 ${count} 件异议未办结，办结后才能终审。请在“异议与复核”中查看。`,
      en: `${count} objections about ${year} are open. The year becomes final once they are settled; see Objections.`,
    }),
  },
} as const;

export const refuseObjection = refusing(objectionRefusals);
