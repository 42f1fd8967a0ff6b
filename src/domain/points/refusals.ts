import { refusing } from '#domain/contracts/refusal.ts';

export const trialRefusals = {
  TrialYearAhead: {
    status: 422,
    say: ({ year, last }: { year: number; last: number }) => ({
      zh: `${year} 年还没有开始，没有记录可以试算。请选 ${last} 年或以前的年度。`,
      en: `${year} has not begun, so there is nothing to try a scheme on. Choose ${last} or an earlier year.`,
    }),
  },
  TrialExpired: {
    status: 409,
    say: () => ({ zh: '试算结果只保留一天，现已清除。请用方案文本重新试算。', en: 'What a trial comes to is kept for one day and has been dropped. Try the text again.' }),
  },
} as const;

export const refuseTrial = refusing(trialRefusals);
