import type { Words } from '#domain/words/words.ts';
import type { Register, RegisterField, RegisterUse } from './format/register-shape.ts';

interface Demand {
  readonly met: (register: Register) => boolean;
  readonly words: Words;
}

const first = (register: Register, kind: RegisterField['kind']): RegisterField | undefined => (register.fields ?? []).find((field) => field.kind === kind);

/** The field by which an entry is called: its first matter (名称, 专业, 题目). */
export const titleField = (register: Register): RegisterField | undefined => first(register, 'matter');
/** What it says of itself: its first text. */
export const textField = (register: Register): RegisterField | undefined => first(register, 'text');
/** How many lessons a course has: its first count. */
export const countField = (register: Register): RegisterField | undefined => first(register, 'count');
/** Whether whom a feature is about agrees: its first yes or no. */
export const consentField = (register: Register): RegisterField | undefined => first(register, 'flag');
/** When a brand was last looked at again: its first date. */
export const dateField = (register: Register): RegisterField | undefined => first(register, 'date');

const titled: Demand = {
  met: (register) => titleField(register)?.required === true, words: { zh: '要有一个必填的事项栏目（kind: matter）作名称', en: 'needs a required field of kind matter as its name' },
};
const lasting: Demand = { met: ({ lasts }) => lasts === true, words: { zh: '要有起止日期（lasts: true）', en: 'must last (lasts: true)' } };
const named: Demand = { met: ({ persons }) => persons === 'one', words: { zh: '一条只登记一人（persons: one）', en: 'names one person (persons: one)' } };
const ofOffice: Demand = { met: ({ keptBy }) => keptBy === 'office', words: { zh: '由机关党委登记（keptBy: office）', en: 'is kept by the organs committee (keptBy: office)' } };
const ofBranch: Demand = { met: ({ keptBy }) => keptBy === 'branch', words: { zh: '由党支部登记（keptBy: branch）', en: 'is kept by the branch (keptBy: branch)' } };
const released: Demand = { met: ({ confirmedBy }) => confirmedBy === 'office', words: { zh: '由机关党委确认后发布（confirmedBy: office）', en: 'is released by the organs committee (confirmedBy: office)' } };
const open: Demand = { met: ({ privacy = 'open' }) => privacy === 'open', words: { zh: '是公开的（privacy: open）', en: 'is open (privacy: open)' } };

/** What the page of a use reads of its register. */
const demands: Readonly<Record<RegisterUse, readonly Demand[]>> = {
  lecturers: [named, lasting, ofOffice, titled, open],
  courses: [lasting, ofOffice, titled, open, {
    met: (register) => countField(register)?.required === true && (countField(register)?.least ?? 0) >= 1,
    words: { zh: '要有一个必填的数量栏目（kind: count，least 至少为 1）写明讲数', en: 'needs a required field of kind count, at least 1, for the number of lessons' },
  }],
  bureauBrand: [lasting, ofOffice, titled, open],
  brand: [lasting, ofBranch, titled, open],
  method: [lasting, ofBranch, titled, open],
  features: [named, ofBranch, titled, open, released, {
    met: (register) => consentField(register)?.required === true, words: { zh: '要有一个必填的是否栏目（kind: flag）写明本人同意', en: 'needs a required field of kind flag for the consent of the person' },
  }],
};

/** What a register lacks for the use that it names. */
export const lacksForUse = (register: Register): readonly Words[] =>
  (register.use === undefined ? [] : demands[register.use].filter(({ met }) => !met(register)).map(({ words }) => words));

/** The register that a scheme keeps for a page; undefined where it has none. */
export const registerFor = (use: RegisterUse, registers: readonly Register[]): Register | undefined => registers.find((it) => it.use === use);
