import type { FactState } from '#domain/facts/contract.ts';
import type { Words } from '#domain/words/words.ts';
import type { DisclosurePurpose } from './disclosure-contract.ts';

type Membership = FactState<'membership'>;

/** 查看事由. */
export const disclosurePurposeLabels: Readonly<Record<DisclosurePurpose, Words>> = {
  partyWork: { zh: '联系本人办理党务', en: 'To reach the person about Party work' },
  verification: { zh: '核对信息', en: 'To check the particulars' },
  transfer: { zh: '办理关系转接', en: 'To transfer a membership' },
  emergency: { zh: '紧急情况联系本人', en: 'To reach the person in an emergency' },
  other: { zh: '其他工作需要', en: 'For other work' },
};

/** 人员类别 as members see it; `none` is on the roster without being a member of the Party. */
export const stageLabels: Readonly<Record<Membership['stage'], Words>> = {
  full: { zh: '正式党员', en: 'Full member' },
  probationary: { zh: '预备党员', en: 'Probationary member' },
  none: { zh: '非党员', en: 'Not a member' },
};

/** 人员身份. */
export const staffKindLabels: Readonly<Record<Membership['staffKind'], Words>> = {
  officer: { zh: '民警', en: 'Police officer' },
  auxiliary: { zh: '辅警', en: 'Auxiliary' },
  civilian: { zh: '职员', en: 'Civilian staff' },
  retired: { zh: '离退休', en: 'Retired' },
};

export const genderLabels = {
  male: { zh: '男', en: 'Male' },
  female: { zh: '女', en: 'Female' },
} as const satisfies Record<string, Words>;
