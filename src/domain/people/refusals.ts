import type { CivilDate } from '#domain/calendar/civil-date.ts';
import { acts } from '#domain/access/acts.ts';
import { roleLabels } from '#domain/access/roles.ts';
import { refusing } from '#domain/contracts/refusal.ts';

const whoElse = acts.editPeople.roles.map((role) => roleLabels[role]);

export const peopleRefusals = {
  OwnMembershipOrPost: {
    status: 403,
    say: () => ({
      zh: `本人的组织关系和党内职务须由另一人办理，可由${whoElse.map((it) => it.zh).join('、')}中的其他人办理。`,
      en: `Nobody changes his own membership or posts. Another of these can do it: ${whoElse.map((it) => it.en).join(', ')}.`,
    }),
  },
  CursorUnknown: {
    status: 422,
    say: () => ({
      zh: '游标无法识别。请使用上一次答复给出的游标；没有的，不带游标重新取用全部人员。',
      en: 'This is no cursor of ours. Use the one of the last answer, or none, to begin with everybody.',
    }),
  },
  PersonNumberTaken: {
    status: 409,
    say: ({ number }: { number: string }) => ({
      zh: `警号/内部编号“${number}”已用于另一人。请核对编号；如系同一人，请在其页面上修改。`,
      en: `The number "${number}" belongs to another person. Check it; if it is the same person, change them on their page.`,
    }),
  },
  PersonDatesReversed: {
    status: 422,
    say: () => ({
      zh: '日期先后不对：应为出生日期在先，加入党组织日期其次，转为正式党员日期最后。请核对。',
      en: 'The dates are in the wrong order: birth comes first, then joining the Party, then full membership. Check them.',
    }),
  },
  PhoneMasked: {
    status: 422,
    say: () => ({
      zh: '联系电话中有星号，不是完整号码。请填写完整号码；要保留原号码，不改动这一栏即可。',
      en: 'The phone number has asterisks in it and is not complete. Enter the whole number, or leave the field alone to keep the one on file.',
    }),
  },
  BranchAbsent: {
    status: 422,
    say: ({ from }: { from: CivilDate }) => ({
      zh: `所选组织不是党支部，或者在 ${from} 尚未成立、已经撤销。组织关系须落在当时存在的党支部（不含临时党支部）。`,
      en: `The chosen organisation is no branch, or did not exist on ${from}. A membership needs a branch of that time; temporary branches do not take memberships.`,
    }),
  },
  GroupElsewhere: {
    status: 422,
    say: () => ({ zh: '所选党小组不属于该党支部。请在该支部的党小组中选择，或者留空。', en: 'The chosen group is not part of the branch. Choose one of its groups, or none.' }),
  },
  MembershipLater: {
    status: 422,
    say: ({ from }: { from: CivilDate }) => ({
      zh: `该人员自 ${from} 起已有新的组织关系，转接日期须晚于这一天。原登记有误的，请用“更正”。`,
      en: `A newer membership of this person begins on ${from}; a transfer must lie after it. If that entry is wrong, correct it.`,
    }),
  },
  MembershipSame: {
    status: 422,
    say: () => ({ zh: '支部、党小组、人员类别和身份都没有变化，不需要转接。', en: 'Branch, group, stage and kind of staff are all the same; there is nothing to transfer.' }),
  },
  MembershipOverlaps: {
    status: 422,
    say: ({ from, to }: { from: CivilDate; to: CivilDate | null }) => ({
      zh: `与该人员 ${from} 至 ${to ?? '今'} 的另一段组织关系重叠。同一时间只能有一个党支部。`,
      en: `It overlaps another membership from ${from} to ${to ?? 'now'}. A person has one home branch at a time.`,
    }),
  },
  MembershipBackwards: {
    status: 422,
    say: ({ from }: { from: CivilDate }) => ({ zh: `结束日期不能早于开始日期 ${from}。`, en: `The last day cannot lie before the first one, ${from}.` }),
  },
  MembershipEnded: {
    status: 409,
    say: ({ to }: { to: CivilDate }) => ({
      zh: `这段组织关系已于 ${to} 结束。日期有误的，请用“更正”。`, en: `This membership ended on ${to}. If the day is wrong, correct it.`,
    }),
  },
  PostUnfit: {
    status: 422,
    say: () => ({ zh: '党小组只设党小组长，党小组长也只能在党小组任职。请另选职务或组织。', en: 'A group has a leader and no other post, and only a group has one. Choose another post or organisation.' }),
  },
  PostNeedsMembership: {
    status: 422,
    say: ({ from }: { from: CivilDate }) => ({
      zh: `任职须为该组织的正式党员，而此人在 ${from} 不是。请先办理组织关系转接，或者改日期。`,
      en: `A post needs a full member of that organisation, which this person was not on ${from}. Transfer them first, or choose another day.`,
    }),
  },
  PostTaken: {
    status: 409,
    say: ({ name }: { name: string }) => ({ zh: `该组织的书记现为${name}。请先免去其职务。`, en: `${name} is the secretary of this organisation. End that post first.` }),
  },
  PostHeld: {
    status: 409,
    say: () => ({ zh: '此人已任这一职务，不需要重复登记。', en: 'This person holds that post already.' }),
  },
  PostEnded: {
    status: 409,
    say: ({ to }: { to: CivilDate }) => ({ zh: `该职务已于 ${to} 免去。`, en: `That post ended on ${to}.` }),
  },
  PostBackwards: {
    status: 422,
    say: ({ from }: { from: CivilDate }) => ({ zh: `免职日期不能早于任职日期 ${from}。`, en: `The last day cannot lie before the first one, ${from}.` }),
  },
} as const;

export const refusePeople = refusing(peopleRefusals);
