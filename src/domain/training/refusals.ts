import type { CivilDate } from '#domain/calendar/civil-date.ts';
import { refusing } from '#domain/contracts/refusal.ts';

export const trainingRefusals = {
  LecturerTermOver: {
    status: 422,
    say: ({ from, until }: { from: CivilDate; until: CivilDate | null }) => ({
      zh: `该讲师的聘期为 ${from} 至 ${until ?? '今'}，所选日期不在聘期内。请改期，或改请其他讲师。`,
      en: `The lecturer is appointed from ${from} ${until === null ? 'on' : `to ${until}`}, and the day lies outside. Choose another day or another lecturer.`,
    }),
  },
  InvitationDayPast: {
    status: 422,
    say: ({ today }: { today: CivilDate }) => ({
      zh: `授课日期不能早于今天（${today}）。已经讲过的课，直接在活动记录里填写主讲人。`,
      en: `The day may not lie before today, ${today}. A lecture already given is simply recorded with its speaker.`,
    }),
  },
  InvitationThere: {
    status: 409,
    say: ({ day }: { day: CivilDate }) => ({
      zh: `本支部对这位讲师 ${day} 的邀请还没有办结，不必再次邀请；要改期的，请撤回后重新邀请。`,
      en: `An invitation of this branch to the lecturer for ${day} is still open. To change the day, take it back and invite again.`,
    }),
  },
  BranchesInvite: {
    status: 422,
    say: () => ({ zh: '讲师由党支部邀请，请选择党支部。', en: 'Branches invite lecturers. Choose a branch.' }),
  },
  InvitationAnswered: {
    status: 409,
    say: () => ({ zh: '这个邀请已经答复。', en: 'This invitation has been answered already.' }),
  },
  InvitationSettled: {
    status: 409,
    say: ({ stage }: { stage: 'declined' | 'withdrawn' | 'held' }) => ({
      zh: { declined: '这个邀请已被婉拒，无需再办理。', withdrawn: '这个邀请已经撤回。', held: '这堂课已有活动记录，邀请已经办结。' }[stage],
      en: { declined: 'This invitation was declined; nothing is left to do.', withdrawn: 'This invitation was taken back.', held: 'The lecture stands in the record of a session; the invitation is closed.' }[stage],
    }),
  },
  NoLecture: {
    status: 422,
    say: () => ({ zh: '这次活动还没有记录主讲人，不能作为党课推荐。', en: 'No speaker stands in the record of this session, so it cannot be recommended as a lecture.' }),
  },
  RecommendedAlready: {
    status: 409,
    say: ({ recommended }: { recommended: boolean }) => (recommended
      ? { zh: '这堂党课已经推荐。', en: 'This lecture is recommended already.' } : { zh: '这堂党课没有推荐，无需取消。', en: 'This lecture is not recommended.' }),
  },
  AcceptNeedsDay: {
    status: 422,
    say: () => ({ zh: '应邀时请填写授课日期。', en: 'Say on which day when you accept.' }),
  },
  DeclineNeedsReason: {
    status: 422,
    say: () => ({ zh: '婉拒时请写明理由，便于支部另作安排。', en: 'Say why when you decline, so that the branch can arrange something else.' }),
  },
} as const;

export const refuseTraining = refusing(trainingRefusals);
