import type { InvitationStage } from '#domain/training/contract.ts';
import { defineTexts } from '#web/shell/language.tsx';
import type { Status } from '#web/ui/statuses.ts';

/** Words that the pages about lecturers and courses share. */
export const trainingTexts = defineTexts({
  zh: {
    lecturers: '业务讲师', invitations: '授课邀请', lecturer: '讲师', branch: '党支部', subject: '专业', topic: '授课内容', wished: '希望日期', agreed: '约定日期', reason: '理由', standing: '状态',
    asked: '邀请', answered: '答复', missing: '请填写', choose: '请选择', system: '公用账号', on: (day: string) => `于 ${day}`,
  },
  en: {
    lecturers: 'Lecturers', invitations: 'Invitations', lecturer: 'Lecturer', branch: 'Branch', subject: 'Subject', topic: 'Topic', wished: 'Wished for', agreed: 'Agreed on', reason: 'Reason', standing: 'Standing',
    asked: 'Invited by', answered: 'Answered by', missing: 'Fill this in', choose: 'Choose', system: 'an office account', on: (day) => `on ${day}`,
  },
});

export const invitationStatus: Readonly<Record<InvitationStage, Status>> = { asked: 'invited', accepted: 'accepted', declined: 'declined', withdrawn: 'withdrawn', held: 'held' };
