import { refusing } from '#domain/contracts/refusal.ts';

export const auditRefusals = {
  DaysBackwards: {
    status: 422,
    say: () => ({ zh: '终止日期早于起始日期，请改正。', en: 'The last day lies before the first.' }),
  },
  AuditTooLong: {
    status: 422,
    say: ({ most }: { most: number }) => ({
      zh: `超过 ${most} 条，请缩小日期范围后分次导出。`,
      en: `There are more than ${most} entries. Narrow the days and export them in parts.`,
    }),
  },
} as const;

export const refuseAudit = refusing(auditRefusals);
