import type { CivilDate } from '#domain/calendar/civil-date.ts';
import { refusing } from '#domain/contracts/refusal.ts';
import type { Words } from '#domain/words/words.ts';

export const selectionRefusals = {
  SelectionThere: {
    status: 409,
    say: ({ title, year }: { title: string; year: number }) => ({ zh: `${year} 年度“${title}”评选已经开展，不能重复。`, en: `The selection “${title}” of ${year} is there already.` }),
  },
  CommitteesSelect: {
    status: 422,
    say: () => ({ zh: '评选由党委（机关党委）开展，请选择党委。', en: 'A committee holds a selection. Choose a committee.' }),
  },
  SelectionPast: {
    status: 409,
    say: ({ stage }: { stage: 'opened' | 'noticed' | 'decided' }) => ({
      zh: { opened: '评选还在推荐阶段。', noticed: '名单已经公示，推荐和名单不能再改；确需调整的，由党务办撤回公示。', decided: '评选已经作出决定，不能再改。' }[stage],
      en: { opened: 'Branches are still proposing.', noticed: 'The notice is posted, so proposals and the list stand. The office can take the notice back.', decided: 'The selection is decided and does not change any more.' }[stage],
    }),
  },
  SelectionNotNoticed: {
    status: 409,
    say: () => ({ zh: '名单还没有公示，请先公示。', en: 'No notice was given yet. Post the notice first.' }),
  },
  NotInReference: {
    status: 422,
    say: ({ conditions }: { conditions: readonly Words[] }) => ({
      zh: `该同志不在评优参考名单内。推荐条件：${conditions.map(({ zh }) => zh).join('，')}。本支部年度综合评价还没有审定的，请先办理审定。`,
      en: `The reference for awards does not list this member. Conditions: ${conditions.map(({ en }) => en).join(', ')}. Where the evaluation of the branch is not approved yet, that comes first.`,
    }),
  },
  PersonVetoed: {
    status: 422,
    say: ({ names }: { names: readonly string[] }) => ({
      zh: `${names.join('、')}目前有不能参加评选的情形，按规定不予推荐和表彰。具体情况由本人或机关纪委说明。`,
      en: `${names.join(', ')} may not be chosen at present. The member himself or the discipline commission can say why.`,
    }),
  },
  NominatedAlready: {
    status: 409,
    say: ({ name }: { name: string }) => ({ zh: `${name}已经推荐，不必重复。`, en: `${name} is proposed already.` }),
  },
  NotNominated: {
    status: 422,
    say: ({ names }: { names: readonly string[] }) => ({
      zh: `${names.length === 0 ? '所选人员' : names.join('、')}没有支部推荐，不能列入。`, en: `${names.length === 0 ? 'Somebody chosen' : names.join(', ')} was proposed by no branch and cannot be listed.`,
    }),
  },
  NotNoticed: {
    status: 422,
    say: ({ names }: { names: readonly string[] }) => ({
      zh: `${names.join('、')}不在公示名单内。只能从公示过的人员中确定；需要增加的，撤回公示后重新公示。`,
      en: `${names.join(', ')} was not named in the notice. Only those who were can be chosen; to add somebody, take the notice back and post another.`,
    }),
  },
  NomineeStruck: {
    status: 409,
    say: ({ names }: { names: readonly string[] }) => ({
      zh: `对${names.join('、')}的异议成立，已取消人选，不能确定为表彰对象。请从其余公示人员中确定。`, en: `An objection to ${names.join(', ')} was upheld, so he cannot be chosen. Choose among the others of the notice.`,
    }),
  },
  SelectionDisputed: {
    status: 409,
    say: ({ count }: { count: number }) => ({
      zh: `公示期间提出的异议还有 ${count} 件未办结，办结后才能作出决定。请在“异议与复核”中办理。`, en: `${count} objections to the notice are open. The decision comes once they are settled; see Objections.`,
    }),
  },
  QuotaExceeded: {
    status: 422,
    say: ({ count, quota }: { count: number; quota: number }) => ({ zh: `名额 ${quota} 名，所选 ${count} 名，超出 ${count - quota} 名。请减少人选。`, en: `There are ${quota} places and ${count} were chosen, ${count - quota} too many. Choose fewer.` }),
  },
  NoticeBackdated: {
    status: 422,
    say: ({ today }: { today: CivilDate }) => ({ zh: `公示从今天（${today}）或以后开始，不能倒填日期。`, en: `A notice begins today, ${today}, or later, never before.` }),
  },
  OwnSelection: {
    status: 403,
    say: () => ({ zh: '名单里有您本人，由另一位负责同志登记决定。', en: 'You stand on the list yourself; another leader enters the decision.' }),
  },
} as const;

export const refuseSelection = refusing(selectionRefusals);
