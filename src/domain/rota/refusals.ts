import type { CivilDate } from '#domain/calendar/civil-date.ts';
import { refusing } from '#domain/contracts/refusal.ts';

/** The longest leave that one entry may cover; a longer one is entered in parts, each approved anew. */
export const LEAVE_DAYS_MAX = 400;

const overlapping = (zh: string, en: string) => ({
  status: 409 as const,
  say: ({ from, to }: { from: CivilDate; to: CivilDate | null }) => ({
    zh: `与该同志 ${from} 至 ${to ?? '未定'} 的${zh}重叠。请修改原有登记，或调整起止日期。`,
    en: `It overlaps the ${en} of the same person from ${from} to ${to ?? 'an open date'}. Amend that entry, or change the dates.`,
  }),
});

export const rotaRefusals = {
  EndsBeforeItBegins: {
    status: 422,
    say: () => ({ zh: '结束日期早于开始日期，请核对后重新填写。', en: 'It ends before it begins. Check the two dates.' }),
  },
  LeaveTooLong: {
    status: 422,
    say: ({ days }: { days: number }) => ({
      zh: `一次登记不超过 ${LEAVE_DAYS_MAX} 天，现为 ${days} 天。请核对日期；确需更长的，分次登记。`,
      en: `One entry covers at most ${LEAVE_DAYS_MAX} days, this one has ${days}. Check the dates, or enter it in parts.`,
    }),
  },
  PersonNotOfBranch: {
    status: 422,
    say: ({ day }: { day: CivilDate }) => ({
      zh: `所选人员 ${day} 不在本党组织。请在“人员”中核对其组织关系。`,
      en: `Somebody chosen does not belong here on ${day}. Check the membership under People.`,
    }),
  },
  LeaveOverlaps: overlapping('请假登记', 'leave'),
  ClosedDutyOverlaps: overlapping('全封闭执勤登记', 'closed duty'),
  SecondmentOverlaps: overlapping('借调登记', 'secondment'),
  ReasonNotForLeave: {
    status: 422,
    say: () => ({
      zh: '该事由不能登记为请假。值班和下夜班休整由班组自动得出；全封闭执勤、借调请分别登记。',
      en: 'This reason cannot be entered as leave. Duty and rest follow from the shift teams; closed duty and secondment are entered as such.',
    }),
  },
  SchemeMissing: {
    status: 409,
    say: ({ day }: { day: CivilDate }) => ({
      zh: `${day} 没有已启用的考核方案，无法确定活动和请假事由。请机关党委书记在“考核方案”中启用。`,
      en: `No scheme is in force on ${day}, so activities and reasons are unknown. The secretary of the organs committee can adopt one under Schemes.`,
    }),
  },
  AccountWithoutPerson: {
    status: 403,
    say: () => ({
      zh: '本账号没有对应的人员，不能办理本人请假和审核。请用本人账号办理；没有本人账号的，请安全管理员开立并授予职责。',
      en: 'No person stands behind this account, so it can neither take leave nor confirm. Use your own account, or have the security administrator open one for you with your role.',
    }),
  },
  OwnLeaveSettled: {
    status: 409,
    say: () => ({
      zh: '这条请假已经审核，本人不能再改。需要销假或更改，请支部记录员或书记、副书记办理。',
      en: 'This leave has been confirmed and cannot be changed by yourself. Ask the recorder, the secretary or the deputy of your branch.',
    }),
  },
  ConfirmationNotYours: {
    status: 403,
    say: () => ({
      zh: '请假和勤务登记由支部书记、副书记或机关党委审核。',
      en: 'Leave and duty are confirmed by the secretary or the deputy of the branch, or by the office of the organs committee.',
    }),
  },
  ConfirmationOfOwn: {
    status: 403,
    say: () => ({
      zh: '本人的或本人登记的事项，由另一位同志审核。',
      en: 'What concerns yourself, or what you entered, is confirmed by somebody else.',
    }),
  },
  NothingToConfirm: {
    status: 409,
    say: () => ({ zh: '这条登记无须审核，或已经审核。', en: 'This entry needs no confirmation, or has been confirmed already.' }),
  },
  TeamNameTaken: {
    status: 409,
    say: ({ name }: { name: string }) => ({ zh: `本党组织已有班组“${name}”，请换一个名称。`, en: `There is a team “${name}” here already. Choose another name.` }),
  },
  TeamNamesIncomplete: {
    status: 422,
    say: ({ teams }: { teams: number }) => ({ zh: `该班制共 ${teams} 个班组，请给每个班组填写名称。`, en: `This cycle has ${teams} teams. Give a name to each.` }),
  },
  CycleWithoutShift: {
    status: 422,
    say: () => ({ zh: '周期内没有任何班次，请至少填写一个班次。', en: 'There is no shift in the cycle. Fill in at least one.' }),
  },
  CycleOverlapsItself: {
    status: 422,
    say: ({ day }: { day: number }) => ({
      zh: `周期第 ${day} 天的班次与前一班次时间重叠，请调整开始时间或时长。`,
      en: `The shift on day ${day} of the cycle begins before the one ahead of it has ended. Change its start or its hours.`,
    }),
  },
  TeamNotInForce: {
    status: 422,
    say: ({ from, to }: { from: CivilDate; to: CivilDate | null }) => ({
      zh: `该班组自 ${from} 起${to === null ? '' : `至 ${to} `}使用，调入日期不在其内。请更改日期，或先修改班组起止。`,
      en: `The team is in use from ${from}${to === null ? '' : ` to ${to}`}, the day lies outside. Change the day, or the dates of the team first.`,
    }),
  },
  TeamNotEmpty: {
    status: 409,
    say: ({ people }: { people: number }) => ({
      zh: `班组内还有 ${people} 人。请先将人员调出，或填写班组的结束日期。`,
      en: `There are ${people} people in this team. Take them out first, or give the team an end date.`,
    }),
  },
  SecondedToOwnBranch: {
    status: 422,
    say: () => ({ zh: '借调去向与本人所在支部相同，请选择其他党组织或“外单位”。', en: 'The person belongs to that branch already. Choose another organisation, or one outside.' }),
  },
  ActivityUnknown: {
    status: 422,
    say: ({ day }: { day: CivilDate }) => ({
      zh: `${day} 的考核方案没有所选的活动，请重新选择。`,
      en: `The scheme in force on ${day} does not know the activity. Choose again.`,
    }),
  },
  StopAlreadyDeclared: {
    status: 409,
    say: ({ day }: { day: CivilDate }) => ({
      zh: `${day} 的所选活动已有停学、顺延通知覆盖本范围。需要更改的，请先撤回原通知。`,
      en: `Study on ${day} has been cancelled or postponed for this scope already. Withdraw that notice first if it has to change.`,
    }),
  },
  PostponedBackwards: {
    status: 422,
    say: () => ({ zh: '顺延后的日期须晚于原定日期。', en: 'The new day of a postponement lies after the old one.' }),
  },
} as const;

export const refuseRota = refusing(rotaRefusals);
