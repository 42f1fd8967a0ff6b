import { administratorRoles, roleLabels, type Role } from '#domain/access/roles.ts';
import type { CivilDate } from '#domain/calendar/civil-date.ts';
import type { Words } from '#domain/words/words.ts';

/** The five steps of an empty bureau and, last, what follows from them: the accounts of its people, and the calendar by which deadlines run. */
export const beginningSteps = ['bureau', 'administrators', 'organisations', 'roster', 'scheme', 'accounts', 'calendar'] as const;
const afterwards: readonly StepKind[] = ['accounts', 'calendar'];
export const isAfterwards = (kind: StepKind): boolean => afterwards.includes(kind);
export type StepKind = (typeof beginningSteps)[number];

/** How a bureau of one's own is called until somebody names it. */
export const firstBureauName: Words = { zh: '本单位', en: 'Our bureau' };
export const firstTop = { category: '611', number: 'A', name: '中共本单位委员会', shortName: '党委' } as const;

export interface Holder {
  readonly role: Role;
  readonly userName: string;
  /** Has not changed the first password yet. */
  readonly waiting: boolean;
  /** Whether a person stands behind the account. */
  readonly person: boolean;
}

export interface BeginningState {
  readonly name: Words;
  readonly top: { readonly name: string; readonly number: string } | null;
  /** Of the administrators and the office, today. */
  readonly holders: readonly Holder[];
  readonly branches: number;
  /** On the roster today. */
  readonly people: number;
  readonly withoutAccount: number;
  /** Opened, first password not changed yet. */
  readonly notEntered: number;
  /** First day of the scheme in force, or of the one that will be. */
  readonly schemeFrom: CivilDate | null;
  readonly year: number;
  /** Whether the holidays of the year have been entered. */
  readonly announced: boolean;
}

export interface Step {
  readonly step: StepKind;
  readonly done: boolean;
  readonly there: readonly Words[];
  readonly missing: readonly Words[];
  readonly by: readonly Role[];
}

const office: readonly Role[] = ['organsSecretary', 'organsDeputy', 'partyAffairsOfficer'];

/**
 * What of the beginning is done and what is missing, from what the bureau holds now. Nothing remembers a step: whatever
 * way a thing came to be, it is there.
 */
export function beginningOf(state: BeginningState): readonly Step[] {
  return [
    step('bureau', office, named(state)),
    step('administrators', ['securityAdministrator'], administrators(state)),
    step('organisations', office, state.branches === 0
      ? { missing: [{ zh: '还没有党支部', en: 'There is no branch yet' }] }
      : { there: [{ zh: `党支部 ${state.branches} 个`, en: `${state.branches} branches` }] }),
    step('roster', office, state.people === 0
      ? { missing: [{ zh: '花名册还没有导入', en: 'No roster has been imported' }] }
      : { there: [{ zh: `在册 ${state.people} 人`, en: `${state.people} people` }] }),
    step('scheme', ['organsSecretary', 'organsDeputy'], state.schemeFrom === null
      ? { missing: [{ zh: '还没有启用考核方案，活动和登记尚不能记录', en: 'No scheme is adopted; nothing can be recorded before' }] }
      : { there: [{ zh: `考核方案自 ${state.schemeFrom} 起启用`, en: `A scheme is in force from ${state.schemeFrom}` }] }),
    step('accounts', ['securityAdministrator'], accounts(state)),
    step('calendar', office, state.announced
      ? { there: [{ zh: `${state.year} 年的放假安排已录入`, en: `The holidays of ${state.year} are entered` }] }
      : { missing: [{ zh: `${state.year} 年的放假安排还没有录入：截止日期都标“暂定”，到期也不算逾期`, en: `The holidays of ${state.year} are not entered: deadlines are provisional, and nothing is overdue` }] }),
  ];
}

interface Found {
  readonly there?: readonly Words[];
  readonly missing?: readonly Words[];
}

const step = (kind: StepKind, by: readonly Role[], { there = [], missing = [] }: Found): Step => ({ step: kind, by, there, missing, done: missing.length === 0 });

function named({ name, top }: BeginningState): Found {
  const missing: Words[] = [];
  if (name.zh === firstBureauName.zh) missing.push({ zh: '单位名称尚未填写', en: 'The bureau has no name yet' });
  if (top === null || top.name === firstTop.name) missing.push({ zh: '最上级党组织仍是起步时的名称，请改为全称并核对类别代码（611 党委）和编号', en: 'The organisation at the top still has its first name; give its full name, category (611 committee) and number' });
  return missing.length > 0 ? { missing } : { there: [{ zh: `${name.zh}；${top?.name ?? ''}（${top?.number ?? ''}）`, en: `${name.en}; ${top?.name ?? ''} (${top?.number ?? ''})` }] };
}

/** Each of the three is there and has come in with a password of his own; there is no fourth who could do everything. */
function administrators({ holders }: BeginningState): Found {
  const there: Words[] = [];
  const missing: Words[] = [];
  for (const role of administratorRoles) {
    const { zh, en } = roleLabels[role];
    const held = holders.filter((it) => it.role === role);
    const entered = held.filter((it) => !it.waiting);
    const names = (entered.length > 0 ? entered : held).map((it) => it.userName);
    if (held.length === 0) missing.push({ zh: `没有${zh}`, en: `There is no ${en.toLowerCase()}` });
    else if (entered.length === 0) missing.push({ zh: `${zh} ${names.join('、')} 尚未登录修改初始密码`, en: `${en} ${names.join(', ')} has not changed the first password` });
    else there.push({ zh: `${zh}：${names.join('、')}`, en: `${en}: ${names.join(', ')}` });
  }
  return { there, missing };
}

function accounts({ people, withoutAccount, notEntered, holders }: BeginningState): Found {
  const missing: Words[] = [];
  if (people === 0) missing.push({ zh: '花名册导入后，由安全管理员按花名册开通账号', en: 'After the roster is in, the security administrator opens accounts from it' });
  if (withoutAccount > 0) missing.push({ zh: `${withoutAccount} 人还没有账号`, en: `${withoutAccount} people have no account` });
  const there: Words[] = people > 0 && withoutAccount === 0 ? [{ zh: '在册人员都有账号', en: 'Everybody on the roster has an account' }] : [];
  if (notEntered > 0) there.push({ zh: `其中 ${notEntered} 人尚未首次登录`, en: `${notEntered} have not signed in yet` });
  const ofOffice = holders.filter((it) => office.includes(it.role));
  const bare = ofOffice.filter((it) => !it.person);
  if (people > 0 && bare.length > 0) {
    const names = bare.map((it) => it.userName);
    missing.push(ofOffice.length > bare.length
      ? { zh: `起步账号 ${names.join('、')} 没有对应人员，党务办已有本人账号，请停用`, en: `The first account ${names.join(', ')} has no person behind it; the office has accounts of its own now, so close it` }
      : { zh: `党务办仍在使用没有对应人员的起步账号 ${names.join('、')}，请为本人账号授予职责`, en: `The office still works with the first account ${names.join(', ')}; grant its role to somebody's own account` });
  }
  return { there, missing };
}
