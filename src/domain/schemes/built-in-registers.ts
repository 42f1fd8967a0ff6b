import type { Words } from '#domain/words/words.ts';
import type { Register, RegisterField } from './format/register-shape.ts';

const level = (id: string, label: Words, levels: Readonly<Record<string, Words>>): RegisterField =>
  ({ id, label, kind: 'level', levels: Object.entries(levels).map(([each, name]) => ({ id: each, label: name })) });

/**
 * Registers that the product keeps of itself, so that a scheme may ask for them without declaring them: what was handed
 * out in rooms of their own, or follows from the roster and the calendar.
 */
export const builtInRegisters: readonly Register[] = [
  {
    id: 'assignment', label: { zh: '交办任务', en: 'Tasks handed out' }, persons: 'one', keptBy: 'branch',
    fields: [level('outcome', { zh: '完成情况', en: 'Outcome' }, {
      onTime: { zh: '按时完成', en: 'Done in time' }, late: { zh: '逾期完成', en: 'Done late' }, notDone: { zh: '未完成', en: 'Not done' },
    })],
  },
  { id: 'closedDuty', label: { zh: '全封闭执勤', en: 'Closed duty' }, persons: 'many', lasts: true, keptBy: 'branch' },
  // Fed by the sheets of spot checks; one entry for a sheet.
  {
    id: 'overMarked', label: { zh: '自评偏高项目', en: 'Items marked too high' }, persons: 'none', keptBy: 'office',
    fields: [{ id: 'items', label: { zh: '项数', en: 'Items' }, kind: 'count', least: 0, most: 200 }],
  },
  { id: 'partyBirthday', label: { zh: '政治生日', en: 'Political birthdays' }, persons: 'one', keptBy: 'branch' },
  {
    id: 'problem', label: { zh: '问题整改', en: 'Problems to be put right' }, persons: 'none', keptBy: 'branch',
    fields: [
      level('stage', { zh: '状态', en: 'Stage' }, { open: { zh: '未销号', en: 'Open' }, closed: { zh: '已销号', en: 'Closed' } }),
      level('outcome', { zh: '整改时限', en: 'Put right' }, { onTime: { zh: '按时', en: 'In time' }, late: { zh: '逾期', en: 'Late' } }),
    ],
  },
  {
    id: 'selfCheck', label: { zh: '月自查', en: 'Monthly self-checks' }, persons: 'none', keptBy: 'branch',
    fields: [level('filed', { zh: '报送情况', en: 'Filed' }, { onTime: { zh: '按时', en: 'In time' }, late: { zh: '逾期', en: 'Late' } })],
  },
  {
    id: 'statement', label: { zh: '积分确认单', en: 'Monthly statements' }, persons: 'one', keptBy: 'branch',
    fields: [level('outcome', { zh: '办理情况', en: 'Outcome' }, {
      confirmed: { zh: '已确认', en: 'Confirmed' }, answered: { zh: '异议按时答复', en: 'Objection answered in time' },
      late: { zh: '异议逾期答复', en: 'Objection answered late' }, open: { zh: '未办结', en: 'Open' },
    })],
  },
  { id: 'studyStop', label: { zh: '停学顺延', en: 'Study cancelled or postponed' }, persons: 'none', keptBy: 'office' },
  {
    id: 'targetPlan', label: { zh: '年度任务分解', en: 'Targets of the year' }, persons: 'none', keptBy: 'branch',
    fields: [{ id: 'assignedOn', label: { zh: '责任人和时限落实日期', en: 'Everybody and every day named on' }, kind: 'date' }],
  },
];

/**
 * 期初结转: what a member had before the day of inclusion, brought forward. Its kinds of points come from the scheme; no rule
 * may ask for it, the part itself is paid.
 */
export const openingBalances: Register = {
  id: 'openingBalance', label: { zh: '期初结转', en: 'Opening points' }, persons: 'one', keptBy: 'branch', confirmedBy: 'office', privacy: 'own', key: ['persons', 'part', 'year'],
  fields: [
    { id: 'points', label: { zh: '结转分值', en: 'Points' }, kind: 'mark', required: true, least: 0, most: 1_000 },
    { id: 'document', label: { zh: '依据文件', en: 'Document' }, kind: 'matter', required: true },
  ],
};

/** Numbers that every entry has, whatever its register: how many days it takes, both ends counted, and how many it names. */
export const countedFields: Readonly<Record<'days' | 'persons', Words>> = {
  days: { zh: '起止天数', en: 'days' }, persons: { zh: '涉及人数', en: 'persons' },
};

/** By what two sessions are about the same. */
export const sessionMatters: Readonly<Record<'topic', Words>> = { topic: { zh: '主题', en: 'topic' } };

/** The register a rule may read under this word: one that the scheme declares, or one of the product's own; null where there is none. */
export const registerCalled = (id: string, declared: readonly Register[]): Register | null =>
  declared.find((each) => each.id === id) ?? builtInRegisters.find((each) => each.id === id) ?? null;
