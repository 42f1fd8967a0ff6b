import type { CivilDate } from '#domain/calendar/civil-date.ts';
import type { Refused, RefusalPlace } from '#domain/contracts/refusal.ts';
import { inSentence, textStart } from '#domain/imports/cell-text.ts';
import type { SheetHeader } from '#domain/imports/sheet-header.ts';
import type { SheetProblem } from '#domain/imports/sheet-contract.ts';
import { type LinePlace, placeName } from '#domain/imports/table-line.ts';
import type { RegisterCard } from '#domain/registers/contract.ts';
import { type EntryFault, type EntryRowRead, FILL_IN, fieldSuggestion } from '#domain/registers/entry-cells.ts';
import { entryColumns } from '#domain/registers/entry-columns.ts';
import { nearestWord } from '#domain/schemes/format/nearest-word.ts';
import type { Words } from '#domain/words/words.ts';

const CHECK: Words = { zh: '请核对后改正。', en: 'Check and correct it.' };
const partOf = (as: string | null): string => (as === null ? 'persons' : `persons.${as}`);

export function placeUnknown(written: string, places: readonly { readonly shortName: string; readonly name: string; readonly number: string }[]): EntryFault {
  if (written === '') return { key: 'organisation', rule: { zh: '此项必填。', en: 'This must be filled in.' }, suggestion: FILL_IN };
  const near = nearestWord(written, places.map(({ shortName, name }) => ({ word: shortName, names: [name] })));
  return {
    key: 'organisation', rule: { zh: '没有这个党组织，或者不由您登记。', en: 'There is no such organisation, or you do not enter for it.' },
    suggestion: near === null ? { zh: '请从模板的下拉列表中选择。', en: 'Choose from the list in the template.' } : { zh: `是不是“${near}”？`, en: `Did you mean “${near}”?` },
  };
}

const NO_COLUMN: Words = { zh: '表中没有“党组织”一列', en: 'The table has no column for the organisation' };

export const placeOfNobody = (day: CivilDate): EntryFault => ({
  key: 'organisation', rule: { zh: `${NO_COLUMN.zh}，这一行没有${day}在由您登记的党组织的人员，无法确定是哪个党组织。`, en: `${NO_COLUMN.en}, and the row names nobody who belongs on ${day} to one for which you enter.` },
  suggestion: { zh: '请核对警号和日期，或者增加“党组织”一列写明。', en: 'Check the number and the day, or add a column that names it.' },
});

export const placeOfSeveral = (names: readonly string[]): EntryFault => ({
  key: 'organisation', rule: { zh: `${NO_COLUMN.zh}，按人员可能是${names.join('、')}，无法确定是哪一个。`, en: `${NO_COLUMN.en}, and by its people the row may be of ${names.join(', ')}.` },
  suggestion: { zh: '请填写警号，或者增加“党组织”一列写明；分属几个党组织的，分行填写。', en: 'Write the numbers, or add a column that names it; people of several organisations go in rows of their own.' },
});

export const notKeptThen = (day: CivilDate): EntryFault => ({
  key: 'day', rule: { zh: `${day} 施行的考核方案没有这本登记簿。`, en: `The scheme in force on ${day} has no such register.` }, suggestion: CHECK,
});

export const notHere = (as: string | null, written: string, day: CivilDate): EntryFault => ({
  key: partOf(as), rule: { zh: `“${inSentence(written)}”${day} 不在该党组织。`, en: `“${inSentence(written)}” does not belong to that organisation on ${day}.` },
  suggestion: { zh: '请核对警号和日期；组织关系可在“人员”中查看。', en: 'Check the number and the day; memberships are found under People.' },
});

export const manyOfName = (as: string | null, written: string, people: number): EntryFault => ({
  key: partOf(as), rule: { zh: `该党组织当日有 ${people} 名“${inSentence(written)}”。`, en: `There are ${people} people called “${inSentence(written)}” that day.` },
  suggestion: { zh: '请填写警号（内部编号），或加一列“单位”写明在哪个支部、小组。', en: 'Write the number, or add a column 单位 that says in which branch or group.' },
});

export const otherName = (as: string | null, number: string, name: string): EntryFault => ({
  key: partOf(as), rule: { zh: `警号 ${number} 在系统中是“${name}”。`, en: `In the system the number ${number} belongs to “${name}”.` },
  suggestion: { zh: '请核对姓名和警号是否错行。', en: 'See whether names and numbers slipped a row.' },
});

export const twice = (row: number, place: LinePlace | undefined): EntryFault => ({
  key: 'day', rule: place === undefined
    ? { zh: `与第 ${row} 行是同一事项。`, en: `The same matter stands in row ${row}.` }
    : { zh: `与 ${placeName(place)} 是同一事项。`, en: `The same matter stands in ${placeName(place)}.` }, suggestion: { zh: '同一事项只登记一条，请删去多余的行或改正。', en: 'One row for each matter: remove one or correct it.' },
});

/** What the form would have been refused with, in the cell that it concerns; the sentence says itself what to do. */
export const ofRefusal = (key: string, { refusal }: Refused): EntryFault => ({ key, rule: refusal.words, suggestion: { zh: '', en: '' } });

export function ofPlace(card: RegisterCard, { at, words }: RefusalPlace, read: EntryRowRead): EntryFault {
  if (!at.startsWith('values.')) return { key: 'persons', rule: words, suggestion: read.persons.length === 0 ? FILL_IN : CHECK };
  const field = at.slice('values.'.length);
  return { key: at, rule: words, suggestion: fieldSuggestion(card, field, read.typed[field] ?? '') };
}

const VALUE_MOST = 100;

/** The fault as the page and the file of faulty rows tell it: with row, title and what stands there. */
export function problemIn(card: RegisterCard, header: SheetHeader, row: number, cells: readonly string[], { key, rule, suggestion }: EntryFault): SheetProblem {
  const shown = header.at.has(key) || key !== 'persons' ? key : ['number', 'name', `persons.${card.parts[0]?.id ?? ''}`].find((it) => header.at.has(it)) ?? key;
  const at = header.at.get(shown);
  const column = at === undefined ? entryColumns(card).find((it) => it.key === shown)?.title : header.titles[at];
  return { row, column: column ?? shown, value: textStart(cells[at ?? -1] ?? '', VALUE_MOST), rule, suggestion };
}
