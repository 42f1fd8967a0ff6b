import { refusing } from '#domain/contracts/refusal.ts';

export const bureauRefusals = {
  DecidedLater: {
    status: 422,
    say: () => ({ zh: '作出决定的日期不能晚于今天。', en: 'The decision cannot lie in the future.' }),
  },
  UntilPassed: {
    status: 422,
    say: () => ({ zh: '有效期的最后一天不能早于今天；立即关闭请选“关闭”。', en: 'The last day cannot lie before today. To close it at once, choose closed.' }),
  },
} as const;

export const refuseBureau = refusing(bureauRefusals);
