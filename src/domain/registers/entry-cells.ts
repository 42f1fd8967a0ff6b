import type { CivilDate, Period } from '#domain/calendar/civil-date.ts';
import { dateInCell, periodInCell, plainText, textInCell } from '#domain/imports/cell-text.ts';
import type { SheetHeader } from '#domain/imports/sheet-header.ts';
import { nearestWord } from '#domain/schemes/format/nearest-word.ts';
import type { Words } from '#domain/words/words.ts';
import type { RegisterCard } from './contract.ts';
import { type Mention, mentionsIn, mentionsOfPair } from './person-mentions.ts';

/** What is wrong in a cell, known by the key of its column. */
export interface EntryFault {
  readonly key: string;
  readonly rule: Words;
  readonly suggestion: Words;
}

/** One row of a register's file in our terms, before anybody is looked up; what a faulty cell leaves open is blank. */
export interface EntryRowRead {
  /** As the spreadsheet numbers it. */
  readonly row: number;
  /** As written; blank where the table need not name it. */
  readonly organisation: string;
  /** Where the row says that its people belong; blank where it does not say. */
  readonly unit: string;
  /** Null: there is none that could be read. */
  readonly day: CivilDate | null;
  readonly until: CivilDate | null;
  /** Null: the month of the day. */
  readonly period: Period | null;
  readonly reason: string;
  readonly persons: readonly (Mention & { readonly as: string | null })[];
  readonly typed: Readonly<Record<string, string>>;
}

const REASON_MOST = 200;
export const FILL_IN: Words = { zh: '请补填。', en: 'Fill it in.' };
const MUST_STAND: Words = { zh: '此项必填。', en: 'This must be filled in.' };
const A_DAY: Words = { zh: '须为存在的日期。', en: 'It must be a day that exists.' };
const A_MONTH: Words = { zh: '须为存在的月份。', en: 'It must be a month that exists.' };
const AS_DAY: Words = { zh: '请按 2026-03-05 的样式填写完整的年月日。', en: 'Write year, month and day, such as 2026-03-05.' };
const AS_MONTH: Words = { zh: '请按 2026-03 的样式填写年月。', en: 'Write year and month, such as 2026-03.' };

/** Reads where, when and who from the cells of one row, and takes the fields as typed. */
export function readEntryRow(register: RegisterCard, header: SheetHeader, row: number, cells: readonly string[]): { readonly read: EntryRowRead; readonly faults: readonly EntryFault[] } {
  const faults: EntryFault[] = [];
  const raw = (key: string): string => cells[header.at.get(key) ?? -1] ?? '';
  const fault = (key: string, rule: Words, suggestion: Words): null => {
    faults.push({ key, rule, suggestion });
    return null;
  };
  const date = (key: string): CivilDate | null => {
    const text = plainText(raw(key));
    return text === '' ? null : dateInCell(text) ?? fault(key, A_DAY, AS_DAY);
  };
  const day = plainText(raw('day')) === '' ? fault('day', MUST_STAND, FILL_IN) : date('day');
  const month = plainText(raw('period'));
  const reason = plainText(raw('reason'));
  if (reason.length > REASON_MOST) fault('reason', { zh: `不超过 ${REASON_MOST} 个字。`, en: `At most ${REASON_MOST} characters.` }, { zh: '请缩短后再填。', en: 'Shorten it.' });
  const read = {
    row, day, until: register.lasts ? untilIn(plainText(raw('until')), () => date('until')) : null,
    organisation: plainText(raw('organisation')), unit: plainText(raw('unit')),
    period: month === '' ? null : periodInCell(month) ?? fault('period', A_MONTH, AS_MONTH),
    reason, persons: personsIn(register, raw),
    typed: Object.fromEntries(register.fields.flatMap(({ id, kind }): [string, string][] => {
      const text = kind === 'text' || kind === 'matter' ? textInCell(raw(`values.${id}`)) : plainText(raw(`values.${id}`));
      return text === '' ? [] : [[id, text]];
    })),
  };
  return { read, faults };
}

const STILL: readonly string[] = ['', '至今', '仍在持续', '长期', '-', '—'];
const untilIn = (text: string, date: () => CivilDate | null): CivilDate | null => (STILL.includes(text) ? null : date());

function personsIn(register: RegisterCard, raw: (key: string) => string): EntryRowRead['persons'] {
  if (register.parts.length > 0) return register.parts.flatMap(({ id }) => mentionsIn(raw(`persons.${id}`)).map((it) => ({ ...it, as: id })));
  const together = mentionsIn(raw('persons'));
  return (together.length > 0 ? together : mentionsOfPair(raw('number'), raw('name'))).map((it) => ({ ...it, as: null }));
}

/** What helps where a field is not as the register wants it: for a choice the word that was probably meant. */
export function fieldSuggestion(register: RegisterCard, id: string, written: string): Words {
  const field = register.fields.find((it) => it.id === id);
  if (written === '') return FILL_IN;
  switch (field?.kind) {
    case 'level': {
      // A level is often several things in one: 三等功或市局、市直工委表彰. Each of them may have been meant.
      const near = nearestWord(written, field.levels.map(({ label }) => ({ word: label.zh, names: [label.en, ...label.zh.split(/[或、，,（）()]+/).filter((it) => it !== '')] })));
      return near === null ? { zh: '请从模板的下拉列表中选择。', en: 'Choose from the list in the template.' } : { zh: `是不是“${near}”？`, en: `Did you mean “${near}”?` };
    }
    case 'date': return AS_DAY;
    case 'text': case 'matter': return { zh: '请缩短后再填。', en: 'Shorten it.' };
    default: return { zh: '请核对后改正。', en: 'Check and correct it.' };
  }
}
