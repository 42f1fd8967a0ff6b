import type { EntryRow, RegisterCard, RegisterFieldCard } from '#domain/registers/contract.ts';
import type { Words } from '#domain/words/words.ts';
import { defineTexts } from '#web/shell/language.tsx';

export const registerTexts = defineTexts({
  zh: {
    title: '登记簿', organisation: '党组织', day: '发生日期', from: '开始日期', until: '截止日期', lasting: '仍在持续', period: '所属期', reason: '所属期说明', persons: '人员',
    standing: '状态', recorded: '登记', yes: '是', no: '否', join: '、', missing: '请填写', choose: '请选择', somebody: '公用账号',
    confirmer: { nobody: '支部书记、副书记', secretary: '支部书记、副书记', office: '党务办', discipline: '机关纪委' },
    keptBy: { branch: '支部登记', office: '党务办登记', discipline: '机关纪委登记' },
    privacy: { open: '本支部党员可以查看。', own: '只有本人、登记和审核的同志可以查看。', discipline: '只有本人、支部书记和机关纪委可以查看。' },
  },
  en: {
    title: 'Registers', organisation: 'Organisation', day: 'Day', from: 'From', until: 'To', lasting: 'still lasting', period: 'Period', reason: 'Why this period', persons: 'Persons',
    standing: 'State', recorded: 'Entered', yes: 'Yes', no: 'No', join: ', ', missing: 'Fill this in', choose: 'Choose', somebody: 'an office account',
    confirmer: { nobody: 'the secretary or the deputy', secretary: 'the secretary or the deputy', office: 'the Party office', discipline: 'the discipline commission' },
    keptBy: { branch: 'Kept by the branch', office: 'Kept by the office', discipline: 'Kept by the discipline commission' },
    privacy: { open: 'Members of the branch can read it.', own: 'Only the persons named and those who keep or confirm it can read it.', discipline: 'Only the person, the secretary of the branch and the discipline commission can read it.' },
  },
});

export type RegisterTexts = typeof registerTexts.zh;
export type Say = (words: Words) => string;

/** What a field of an entry says, in words: a level by its name, money with its unit. */
export function fieldText(field: RegisterFieldCard, row: EntryRow, t: RegisterTexts, say: Say): string {
  const value = row.values[field.id];
  if (value === undefined) return '';
  if (typeof value === 'boolean') return value ? t.yes : t.no;
  const level = field.levels.find(({ id }) => id === value);
  return level ? say(level.label) : value;
}

/** Whom an entry names: in a register with parts each part with its people. */
export function personsText(register: RegisterCard, row: EntryRow, t: RegisterTexts, say: Say, most = 4): string {
  const list = (persons: EntryRow['persons']): string => {
    const names = persons.slice(0, most).map(({ name }) => name).join(t.join);
    return persons.length > most ? `${names}… (${persons.length})` : names;
  };
  if (register.parts.length === 0) return list(row.persons);
  return register.parts.map(({ id, label }) => `${say(label)} ${list(row.persons.filter(({ as }) => as === id))}`).join(t.join === '、' ? '；' : '; ');
}

/** When it happened, or from when to when it lasts. */
export const spellText = (register: RegisterCard, row: EntryRow, t: RegisterTexts): string =>
  (register.lasts ? `${row.day} – ${row.until ?? t.lasting}` : row.day);
