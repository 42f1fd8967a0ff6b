import type { CivilDate } from '#domain/calendar/civil-date.ts';
import type { Words } from '#domain/words/words.ts';

/** What can be opened or closed, with how it stands when nobody decided anything. */
export const switches = { branchPointsOnPhone: { opened: false } } as const satisfies Record<string, { readonly opened: boolean }>;
export type SwitchName = keyof typeof switches;
export const switchNames = Object.keys(switches) as [SwitchName, ...SwitchName[]];

export interface SwitchChange {
  readonly switch: SwitchName;
  readonly opened: boolean;
  /** The last day on which it holds; null: until the next change. */
  readonly until: CivilDate | null;
}

/**
 * Whether a switch is open on a day. What was opened until a day closes by itself after it, back to its default.
 * @param changes of any switches, oldest first.
 */
export function isOpen(name: SwitchName, changes: readonly SwitchChange[], today: CivilDate): boolean {
  const last = changes.findLast((it) => it.switch === name);
  if (!last || (last.until !== null && last.until < today)) return switches[name].opened;
  return last.opened;
}

interface RestrictedFunction {
  readonly name: Words;
  readonly phone: Words;
  readonly desk: Words;
  readonly why: Words;
  /** The switch, or that there is none: the product does not have the function, or it is there for everybody always. */
  readonly switch: SwitchName | 'absent' | 'always';
}

const none: Words = { zh: '无此功能', en: 'does not exist' };

/** The functions that the rules against formalism on screens restrict, and how each stands here (D-61, D-62). */
export const restrictedFunctions: readonly RestrictedFunction[] = [
  {
    name: { zh: '个人积分合计', en: "A person's total of points" }, phone: { zh: '只看本人，附依据；支部名单按开关', en: 'his own, with grounds; the list of a branch by the switch' },
    desk: { zh: '本人，以及有权查看党员积分的职责', en: "his own, and roles that see members' points" }, why: { zh: '防止以积分排名代替实绩', en: 'points must not stand for the work' }, switch: 'branchPointsOnPhone',
  },
  {
    name: { zh: '个人积分排名', en: 'Ranking of persons' }, phone: none, desk: none,
    why: { zh: '没有名次字段，名单一律按编号排列，无可开启', en: 'no field holds a rank and lists are in the order of numbers, so nothing can be opened' }, switch: 'absent',
  },
  {
    name: { zh: '党组织排名', en: 'Ranking of organisations' }, phone: none, desk: { zh: '看板按编号排列，标出缺口，不排名次', en: 'boards in the order of numbers, with gaps and no ranks' },
    why: { zh: '用于对标和督促，不作攀比', en: 'to help and to watch, not to compare' }, switch: 'absent',
  },
  {
    name: { zh: '扫码签到', en: 'Sign-in by scanning' }, phone: none, desk: { zh: '由记录员记录到会和事由', en: 'the recorder keeps who came and why not' },
    why: { zh: '以记录员的名册为准，不强制打卡', en: "the recorder's list is the record; nobody clocks in" }, switch: 'absent',
  },
  {
    name: { zh: '上传照片、定位', en: 'Photos and location' }, phone: none, desk: none, why: { zh: '不以痕迹论实绩', en: 'traces are not the work' }, switch: 'absent',
  },
  {
    name: { zh: '统计学习时长、登录率、使用率', en: 'Measuring study time, sign-ins and use' }, phone: none, desk: none, why: { zh: '不统计，也不导出', en: 'neither measured nor exported' }, switch: 'absent',
  },
  {
    name: { zh: '重复要数据', en: 'Asking twice for data' }, phone: none, desk: { zh: '自查、评价由已有记录预填', en: 'self-checks and evaluations are filled in from the record' },
    why: { zh: '已在台账的不再填报', en: 'what is in the ledger is not asked for again' }, switch: 'absent',
  },
  {
    name: { zh: '投诉建议入口', en: 'Complaints and suggestions' }, phone: { zh: '每页页脚', en: 'at the foot of every page' }, desk: { zh: '每页页脚，限时答复', en: 'at the foot of every page, with a clock' },
    why: { zh: '不可关闭', en: 'cannot be closed' }, switch: 'always',
  },
];
