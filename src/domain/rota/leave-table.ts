import { type CivilDate, daysBetween, isWithin, parseCivilDate } from '#domain/calendar/civil-date.ts';
import { dateInCell, plainText, inSentence } from '#domain/imports/cell-text.ts';
import { bearerOf } from '#domain/imports/lost-noughts.ts';
import { type FactToRecord, faultIn, faultOfRefusal, type LineFault, type LinePlan, mustStand, noDay, tableColumn, type TableColumn, type TableLine } from '#domain/imports/table-line.ts';
import type { Words } from '#domain/words/words.ts';
import { nearestWord } from '#domain/schemes/format/nearest-word.ts';
import { refuseDay } from '#domain/calendar/refusals.ts';
import { LEAVE_DAYS_MAX, refuseRota } from './refusals.ts';

export type LeaveKey = 'number' | 'name' | 'reason' | 'from' | 'to' | 'spell' | 'studyAtPost';

/** 请假 and 全封闭执勤 as offices list them: who, why, from when to when. */
export const leaveColumns: readonly TableColumn<LeaveKey>[] = [
  tableColumn('number', '警号', { aliases: ['内部编号', '警号/内部编号', '警号(内部编号)', '人员编号', '民警编号'], looseAliases: ['工号', '编号'], required: false, note: '警号或内部编号；只填姓名的可以不填，重名的须填', width: 12 }),
  tableColumn('name', '姓名', { aliases: ['名字', '人员姓名', '请假人'], required: false, note: '用来核对编号；填了编号的可以不填', width: 12 }),
  tableColumn('reason', '请假事由', { aliases: ['事由', '请假类别', '请假种类', '假别', '假种', '勤务类别'], looseAliases: ['类别', '种类', '原因'], note: '考核方案中的请假事由，或“全封闭执勤”', width: 16 }),
  tableColumn('from', '开始日期', { aliases: ['起始日期', '请假开始日期', '开始时间', '起始时间', '起'], isDay: true, required: false, note: '日期，如 2026-07-01', width: 14 }),
  tableColumn('to', '结束日期', { aliases: ['截止日期', '终止日期', '请假结束日期', '结束时间', '截止时间', '止'], isDay: true, required: false, note: '最后一日，如 2026-07-10', width: 14 }),
  tableColumn('spell', '起止日期', { aliases: ['起止时间', '请假起止时间', '请假起止日期', '休假起止时间', '起止'], looseAliases: ['请假时间', '请假日期', '休假时间'], required: false, note: '起止写在一格的填这一列，如 2026-07-01至07-10；开始、结束分开的不用填', width: 24 }),
  tableColumn('studyAtPost', '封闭点参学', { aliases: ['是否在封闭点参学'], required: false, choice: ['是', '否'], note: '只用于全封闭执勤；空白为否', width: 12 }),
];

/** What the scheme calls a reason of leave. */
export interface KnownReason {
  readonly id: string;
  readonly zh: string;
  readonly en: string;
}

interface Away {
  readonly kind: 'leave' | 'closedDuty';
  readonly reason: string | null;
  readonly from: CivilDate;
  readonly to: CivilDate;
}

export interface KnownAbsentee {
  readonly id: string;
  readonly name: string;
  /** When the person belonged where the importer keeps the rota. */
  readonly here: readonly { readonly from: CivilDate; readonly to: CivilDate | null }[];
  readonly away: readonly Away[];
}

export interface LeaveGround {
  readonly today: CivilDate;
  /** The first day of a year that is open. */
  readonly open: CivilDate;
  /** The one who imports: what excuses himself waits for another person. */
  readonly importer: string | null;
  readonly persons: ReadonlyMap<string, KnownAbsentee>;
  /** Those who bear a name where the importer keeps the rota, for lines without a number. */
  readonly called: (name: string) => readonly KnownAbsentee[];
  /** Reasons that may be entered as leave on a day; null where no scheme was in force. */
  readonly reasonsOn: (day: CivilDate) => readonly KnownReason[] | null;
}

type Fault = LineFault<LeaveKey>;
const CLOSED_DUTY = ['全封闭执勤', '封闭执勤', '全封闭备勤', 'Closed duty'];
const YES_OR_NO: Readonly<Record<string, boolean>> = { 是: true, 否: false, '': false, 1: true, 0: false, '√': true };
const LATEST = '2100-12-31';

/** What every line would record. The same spell of the same person is there already; another that overlaps is a fault. */
export function planLeave(lines: readonly TableLine<LeaveKey>[], ground: LeaveGround): readonly LinePlan<LeaveKey>[] {
  const taken = new Map<string, (Away & { readonly row: number })[]>();
  return lines.map((line): LinePlan<LeaveKey> => {
    const read = readLine(line, ground);
    if ('faults' in read) return { row: line.row, outcome: 'faulty', faults: read.faults };
    const { person, spell } = read;
    if (person.away.some((it) => same(it, spell))) return { row: line.row, outcome: 'there', differs: false };
    const above = taken.get(person.id) ?? [];
    const fault = overlapping(person, spell, above);
    if (fault) return { row: line.row, outcome: 'faulty', faults: [fault] };
    taken.set(person.id, [...above, { ...spell, row: line.row }]);
    return { row: line.row, outcome: 'created', facts: [factOf(read, ground)] };
  });
}

interface Read {
  readonly person: KnownAbsentee;
  readonly spell: Away;
  readonly studyAtPost: boolean;
}

function readLine({ text, name }: TableLine<LeaveKey>, ground: LeaveGround): Read | { readonly faults: readonly Fault[] } {
  const inOne = text('from') === '' && text('to') === '' && text('spell') !== '';
  const { from, to } = inOne ? spellInCell(text('spell')) ?? NO_SPELL : { from: dateInCell(text('from')), to: dateInCell(text('to')) };
  const isDuty = CLOSED_DUTY.includes(text('reason'));
  const byName = text('number') === '' && name('name') !== '';
  const namesakes = byName && from !== null ? ground.called(name('name')).filter(({ here }) => here.some((it) => isWithin(from, it))) : [];
  const person = byName ? namesakes[0] : bearerOf(ground.persons, text('number'), ({ here }) => here.length > 0);
  const found = isDuty || from === null ? null : reasonIn(text('reason'), from, ground);
  const [reason, unknown] = typeof found === 'string' ? [found, null] : [null, found];
  const studyAtPost = YES_OR_NO[text('studyAtPost')];
  const faults: Fault[] = [
    ...(['number', 'reason', ...(inOne ? [] : ['from', 'to'] as const)] as const).filter((key) => text(key) === '' && !(key === 'number' && byName)).map(mustStand),
    ...(inOne && from === null ? [spellUnread] : []),
    ...(['from', 'to'] as const).filter((key) => text(key) !== '' && (key === 'from' ? from : to) === null).map(noDay),
    ...(from !== null && to !== null ? spellFaults(from, to, ground) : []),
    ...(text('number') !== '' && from !== null ? personFaults(person, name('name'), from) : []),
    ...(byName && from !== null ? nameFaults(namesakes, name('name'), from) : []),
    ...(unknown !== null && text('reason') !== '' ? [unknown] : []),
    ...(studyAtPost === undefined ? [faultIn('studyAtPost' as const, { zh: '只能是：是、否。', en: 'One of: 是, 否.' })] : []),
  ];
  if (faults.length > 0 || !person || from === null || to === null) return { faults };
  return { person, studyAtPost: studyAtPost ?? false, spell: { kind: isDuty ? 'closedDuty' : 'leave', reason, from, to } };
}

const NO_SPELL = { from: null, to: null };
/** 2026-07-01至07-10, 2026.7.1-7.10, 2026年7月1日—10日: the first day says its year. */
const SPELL = /^((\d{4})[-./年](\d{1,2})[-./月](\d{1,2})[日号]?)(?:至|到|~|-|—|–)+(?:(?:(\d{4})[-./年])?(\d{1,2})[-./月])?(\d{1,2})[日号]?$/;

function spellInCell(written: string): { readonly from: CivilDate; readonly to: CivilDate } | null {
  const text = written.replaceAll(/\s/g, '');
  const one = dateInCell(text);
  if (one !== null) return { from: one, to: one };
  const [, begin = '', year, month, , endYear, endMonth, endDay = ''] = SPELL.exec(text) ?? [];
  const from = dateInCell(begin);
  const to = parseCivilDate(`${endYear ?? year}-${(endMonth ?? month ?? '').padStart(2, '0')}-${endDay.padStart(2, '0')}`);
  return from === null || to === null ? null : { from, to };
}

const spellUnread: Fault = faultIn('spell', { zh: '读不出是哪天到哪天。', en: 'It does not say from which day to which.' },
  { zh: '开始日期写全年月日，如 2026-07-01至07-10；或者分成“开始日期”“结束日期”两列。', en: 'Write the first day in full, as 2026-07-01至07-10, or use the two columns 开始日期 and 结束日期.' });

function nameFaults(persons: readonly KnownAbsentee[], written: string, day: CivilDate): Fault[] {
  if (persons.length === 0) return [faultIn('name', { zh: `没有“${inSentence(written)}”这个人，或者其 ${day} 不在您登记的党组织。`, en: `There is nobody “${inSentence(written)}”, or on ${day} not where you keep the rota.` }, { zh: '请核对姓名和日期。', en: 'Check name and day.' })];
  return persons.length === 1 ? [] : [faultIn('name', { zh: `有 ${persons.length} 人叫“${inSentence(written)}”。`, en: `${persons.length} people are called “${inSentence(written)}”.` }, { zh: '请加一列“警号”，填上是哪一位。', en: 'Add a column 警号 that says which one.' })];
}

/** What an office writes for short: 事假 of 事假（经批准）, 探亲 of 年休假或探亲. */
const partsOf = (label: string): readonly string[] => label.replaceAll(/（[^）]*）/g, '').split(/[、或]/);

const UNKNOWN_REASON: Words = {
  zh: '方案中没有的假别（如婚假、丧假），按本单位规定改为其中一种，或由机关党委在考核方案的请假事由中增加；值班和下夜班休整由班组自动得出，不在此登记。',
  en: 'A leave that the scheme lacks, such as for a wedding: write the one that the rules of the bureau put in its place, or have the office add it to the scheme. Duty and rest follow from the shift teams and are not entered here.',
};

const SECONDED: readonly string[] = ['借调', '抽调', '借用', '借调外单位'];
const REASON_WORD = /假|休|出差|公出|公差|培训|学习|封闭|执勤|备勤|出警|借调|抽调|探亲/;

/** Whether a legend may explain a mark of a table of leave by these words. */
export const isReasonInWords = (words: string): boolean => REASON_WORD.test(words);

/** Words of offices for a reason that schemes call otherwise; of two reasons that begin so, neither is meant. */
const OTHER_WORDS: readonly { readonly words: readonly string[]; readonly of: string }[] = [
  { words: ['公休', '公休假', '年休', '年假', '休年假', '带薪年休假'], of: '年休' }, { words: ['出差', '公差', '公出', '因公出差'], of: '出差' },
  { words: ['培训', '外出培训', '脱产学习'], of: '脱产' }, { words: ['探亲假'], of: '探亲' }, { words: SECONDED, of: '借调' },
];
const SECONDMENT: Words = {
  zh: '借调不是请假：请删去这一行，在“请假登记”页的“其他登记”中点“登记借调”，写明去向和起止日期。', en: 'A secondment is no leave: remove the row and record it on the page of leave under “Other entries”, with where to and from when to when.',
};

/** The word of the scheme for what stands in the cell, or what is wrong with it. */
function reasonIn(written: string, day: CivilDate, { reasonsOn }: LeaveGround): string | Fault {
  const reasons = reasonsOn(day);
  if (reasons === null) return faultOfRefusal('from', refuseRota('SchemeMissing', { day }));
  const [found, other] = reasons.filter(({ id, zh, en }) => [id, plainText(zh), en].includes(written) || partsOf(zh).includes(written));
  if (found && !other) return found.id;
  const called = OTHER_WORDS.find(({ words }) => words.includes(written))?.of;
  const [meant, another] = called === undefined ? [] : reasons.filter(({ zh }) => partsOf(zh).some((part) => part.startsWith(called)));
  if (meant && !another) return meant.id;
  // Of a word of two letters every other one is near: 婚假 is not 病假.
  const near = [...written].length > 2 ? nearestWord(written, reasons.map(({ zh, en }) => ({ word: zh, names: [en, ...partsOf(zh)] }))) : null;
  return faultIn('reason', { zh: `只能是：${[...reasons.map(({ zh }) => zh), CLOSED_DUTY[0]].join('、')}。`, en: `One of: ${[...reasons.map(({ en }) => en), 'Closed duty'].join(', ')}.` },
    SECONDED.includes(written) ? SECONDMENT : near === null ? UNKNOWN_REASON : { zh: `是不是“${near}”？`, en: `Did you mean “${near}”?` });
}

function spellFaults(from: CivilDate, to: CivilDate, { open }: LeaveGround): Fault[] {
  if (from < open) return [faultOfRefusal('from', refuseDay('YearClosed', { day: from, open }))];
  if (to < from) return [faultOfRefusal('to', refuseRota('EndsBeforeItBegins', {}))];
  const days = daysBetween(from, to) + 1;
  return days > LEAVE_DAYS_MAX || to > LATEST ? [faultOfRefusal('to', refuseRota('LeaveTooLong', { days }))] : [];
}

function personFaults(person: KnownAbsentee | undefined, written: string, day: CivilDate): Fault[] {
  if (!person || !person.here.some((it) => isWithin(day, it))) {
    return [faultIn('number', { zh: `没有这个编号，或者其 ${day} 不在您登记的党组织。`, en: `There is no such number, or on ${day} the person does not belong where you keep the rota.` }, { zh: '请核对编号和日期；数字前的 0 不要省去。', en: 'Check number and day; keep noughts in front.' })];
  }
  if (written === '' || written === person.name) return [];
  return [faultIn('name', { zh: `该编号在系统中是“${person.name}”。`, en: `In the system this number belongs to "${person.name}".` }, { zh: '请核对姓名和编号是否错行。', en: 'See whether names and numbers slipped a row.' })];
}

const same = (a: Away, b: Away): boolean => a.kind === b.kind && a.from === b.from && a.to === b.to && (a.kind === 'closedDuty' || a.reason === b.reason);
const overlaps = (a: Away, b: Away): boolean => a.kind === b.kind && a.from <= b.to && b.from <= a.to;

function overlapping(person: KnownAbsentee, spell: Away, above: readonly (Away & { readonly row: number })[]): Fault | null {
  const stored = person.away.find((it) => overlaps(it, spell));
  if (stored) return faultOfRefusal('from', refuseRota(spell.kind === 'leave' ? 'LeaveOverlaps' : 'ClosedDutyOverlaps', stored));
  const row = above.find((it) => overlaps(it, spell))?.row;
  return row === undefined ? null : faultIn('from', { zh: `与第 ${row} 行同一人的日期重叠。`, en: `It overlaps row ${row} of the same person.` });
}

function factOf({ person, spell: { kind, reason, from, to }, studyAtPost }: Read, { importer }: LeaveGround): FactToRecord {
  const standing = person.id === importer ? 'proposed' : 'counted';
  return kind === 'closedDuty' ? { kind, standing, state: { persons: [person.id], from, to, studyAtPost } } : { kind, standing, state: { person: person.id, reason: reason ?? '', from, to } };
}
