import { refusing } from '#domain/contracts/refusal.ts';

export const jobRefusals = {
  JobEnded: {
    status: 409,
    say: () => ({ zh: '任务已经结束，不能再取消。请刷新页面查看结果。', en: 'The job has ended and cannot be cancelled any more. Reload the page to see its result.' }),
  },
} as const;

export const refuseJob = refusing(jobRefusals);
