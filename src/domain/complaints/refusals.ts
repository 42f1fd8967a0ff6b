import { refusing } from '#domain/contracts/refusal.ts';

export const complaintRefusals = {
  ComplaintAnswered: {
    status: 409,
    say: () => ({ zh: '这件已由其他同志答复，请刷新查看。', en: 'Somebody else has answered this one. Look again.' }),
  },
  OwnComplaint: {
    status: 403,
    say: () => ({ zh: '不能答复本人提出的投诉建议，请由其他同志答复。', en: 'Nobody answers what he wrote himself. Somebody else does.' }),
  },
} as const;

export const refuseComplaint = refusing(complaintRefusals);
