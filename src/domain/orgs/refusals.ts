import type { CivilDate } from '#domain/calendar/civil-date.ts';
import { refusing } from '#domain/contracts/refusal.ts';
import type { Words } from '#domain/words/words.ts';

export const organisationRefusals = {
  ParentUnfit: {
    status: 422,
    say: ({ child, possible }: { child: Words; possible: readonly Words[] }) => ({
      zh: `${child.zh}不能设在所选组织之下。${child.zh}的上级应为：${possible.map((it) => it.zh).join('、')}。`,
      en: `An organisation of the kind "${child.en}" cannot hang under the chosen one. It belongs under: ${possible.map((it) => it.en).join(', ')}.`,
    }),
  },
  ChildUnfit: {
    status: 422,
    say: ({ child, name }: { child: Words; name: string }) => ({
      zh: `下级“${name}”是${child.zh}，不能设在改后的类别之下。请先调整它的隶属。`,
      en: `"${name}" below is a ${child.en} and cannot hang under the new category. Move it first.`,
    }),
  },
  ParentAbsent: {
    status: 422,
    say: ({ day, above }: { day: CivilDate; above: { readonly shortName: string; readonly founded: CivilDate; readonly dissolved: CivilDate | null } | null }) => {
      if (above === null) return { zh: `上级组织在 ${day} 尚未成立或已撤销。请另选上级，或者改日期。`, en: `The organisation above did not exist on ${day}. Choose another one or another day.` };
      return day < above.founded ? {
        zh: `上级组织“${above.shortName}”成立于 ${above.founded}，在 ${day} 尚未成立。请另选上级，或者改日期。`,
        en: `“${above.shortName}”, which is above, was founded on ${above.founded} and did not exist on ${day}. Choose another one or another day.`,
      } : {
        zh: `上级组织“${above.shortName}”已于 ${above.dissolved ?? ''} 撤销，在 ${day} 已不存在。请另选上级，或者改日期。`,
        en: `“${above.shortName}”, which is above, ended on ${above.dissolved ?? ''} and did not exist on ${day}. Choose another one or another day.`,
      };
    },
  },
  ParentBelow: {
    status: 422,
    say: () => ({ zh: '不能把组织调整到它自己或它的下级之下。请另选上级。', en: 'An organisation cannot hang under itself or under one of its own. Choose another one.' }),
  },
  PlacedLater: {
    status: 422,
    say: ({ from }: { from: CivilDate }) => ({
      zh: `该组织自 ${from} 起已有新的隶属，调整日期不能早于这一天。`,
      en: `The organisation has had a newer place since ${from}; the move cannot lie before that day.`,
    }),
  },
  FoundedAfterUse: {
    status: 422,
    say: ({ used }: { used: CivilDate }) => ({
      zh: `该组织自 ${used} 起已有人员、下级或隶属记录，成立日期不能晚于这一天。`,
      en: `People, organisations below or a move are on record from ${used}; the founding day cannot be later.`,
    }),
  },
  OrganisationNumberTaken: {
    status: 409,
    say: ({ number, name }: { number: string; name: string }) => ({
      zh: `编号“${number}”已用于“${name}”。请换一个编号。`,
      en: `The number "${number}" belongs to "${name}". Choose another one.`,
    }),
  },
  OrganisationNameTaken: {
    status: 409,
    say: ({ name, number }: { name: string; number: string }) => ({
      zh: `“${name}”已存在（编号 ${number}）。名称或简称请有所区别，否则花名册无法对应。`,
      en: `"${name}" exists already (number ${number}). Name or short name must differ, or rosters could not tell them apart.`,
    }),
  },
  OrganisationNotEmpty: {
    status: 422,
    say: ({ people, below }: { people: number; below: number }) => ({
      zh: `该组织在这一天之后还有 ${people} 人、${below} 个下级组织。请先转出人员、调整或撤销下级，再办理撤销。`,
      en: `After that day it still has ${people} people and ${below} organisations below. Transfer and move them first, then dissolve it.`,
    }),
  },
  DissolvedBeforeFounded: {
    status: 422,
    say: ({ founded }: { founded: CivilDate }) => ({
      zh: `撤销日期不能早于成立日期 ${founded}。`, en: `It cannot be dissolved before it was founded on ${founded}.`,
    }),
  },
  OrganisationDissolved: {
    status: 409,
    say: ({ day }: { day: CivilDate }) => ({
      zh: `该组织已于 ${day} 撤销。需要变动时请先恢复。`, en: `The organisation was dissolved on ${day}. Undo that first.`,
    }),
  },
  MergeUnfit: {
    status: 422,
    say: () => ({ zh: '只能把一个党支部并入另一个党支部。请另选。', en: 'Only a branch can be merged, and only into another branch. Choose another one.' }),
  },
  MergeIntoAbsent: {
    status: 422,
    say: ({ day }: { day: CivilDate }) => ({
      zh: `要并入的党支部在 ${day} 尚未成立或已撤销。请另选党支部，或者改日期。`, en: `The branch to merge into did not exist on ${day}, or has been dissolved. Choose another branch or another day.`,
    }),
  },
  InclusionBeforeFounded: {
    status: 422,
    say: ({ founded }: { founded: CivilDate }) => ({
      zh: `启用日期不能早于成立日期 ${founded}。`, en: `The day of inclusion cannot be before the founding on ${founded}.`,
    }),
  },
  InclusionMonthLocked: {
    status: 409,
    say: ({ window }: { window: string }) => ({
      zh: `${window} 已锁定，改动启用日期会改变已公布的结果。请先解锁，或者另选日期。`,
      en: `${window} is locked, and another day of inclusion would change what was published. Reopen it, or choose another day.`,
    }),
  },
  OrganisationNotDissolved: {
    status: 409,
    say: () => ({ zh: '该组织没有撤销，不需要恢复。', en: 'The organisation has not been dissolved; there is nothing to undo.' }),
  },
} as const;

export const refuseOrganisation = refusing(organisationRefusals);
