import { type CivilDate, isWithin } from '#domain/calendar/civil-date.ts';
import { refuseDay } from '#domain/calendar/refusals.ts';
import { namesUnbroken, plainName, plainNumber, inSentence } from '#domain/imports/cell-text.ts';
import { bearerOf } from '#domain/imports/lost-noughts.ts';
import { type FactToRecord, faultIn, faultOfRefusal, type LineFault, type LinePlan, mustStand, placeName, tableColumn, type TableColumn, type TableLine } from '#domain/imports/table-line.ts';
import type { Words } from '#domain/words/words.ts';
import { DAYS_MOST, daysInCell } from './duty-days.ts';
import { type DutyKind, dutyTitles, dutyWord } from './duty-words.ts';
import { refuseRota } from './refusals.ts';

export type DutyKey = 'days' | 'number' | 'name' | 'leader' | 'kind';

/** Who was or is on duty on which days, as the duty office lists it: a line for each day, or for each person. */
export const dutyColumns: readonly TableColumn<DutyKey>[] = [
  tableColumn('days', '值班日期', { aliases: ['日期', '值班时间', '备勤日期'], looseAliases: ['时间'], note: '日期，如 2026-11-03；同一格可写几天：2026-11-03、10、17，或 2026-11-03至05', width: 26 }),
  tableColumn('number', '警号', { aliases: ['内部编号', '警号/内部编号', '警号(内部编号)', '人员编号', '民警编号'], looseAliases: ['工号', '编号'], required: false, note: '警号或内部编号；填姓名的可以不填，重名的须填', width: 14 }),
  tableColumn('name', '姓名', { aliases: ['值班人员', '值班民警', '值班人', '值班员', '备勤人员', '备勤民警', '人员姓名'], looseAliases: ['人员'], required: false, note: '同一格可写几人，用“、”隔开', width: 26 }),
  tableColumn('leader', '带班领导', { aliases: ['值班领导', '带班人', '值班长'], required: false, note: '可以不填', width: 14 }),
  tableColumn('kind', '班次', { aliases: ['勤务', '勤务类别', '值班类别'], looseAliases: ['类别'], required: false, choice: [dutyTitles.shift, dutyTitles.postNightRest], note: '空白为值班；下夜班休整的日期另列一行', width: 14 }),
];

interface Spell {
  readonly reason: string | null;
  readonly from: CivilDate;
  readonly to: CivilDate;
}

export interface KnownOnDuty {
  readonly id: string;
  readonly number: string;
  readonly name: string;
  /** When the person belonged where the importer keeps the rota. */
  readonly here: readonly { readonly from: CivilDate; readonly to: CivilDate | null }[];
  /** Leave, and duty that was entered day by day. */
  readonly away: readonly Spell[];
}

export interface DutyGround {
  /** The first day of a year that is open. */
  readonly open: CivilDate;
  /** The one who imports: what excuses himself waits for another person. */
  readonly importer: string | null;
  /** People who belong where the importer keeps the rota. */
  readonly persons: readonly KnownOnDuty[];
  /** The words of the scheme for duty and for rest on a day; null where no scheme was in force or it has none. */
  readonly reasonOn: (day: CivilDate, kind: DutyKind) => string | null;
}

type Fault = LineFault<DutyKey>;
type Plan = LinePlan<DutyKey>;

/** An empty word is duty: that is what the table is for. */
function kindIn(text: string): DutyKind | null {
  const word = text === '' ? 'shift' : dutyWord(text);
  return word === 'shift' || word === 'postNightRest' ? word : null;
}

/** What every line would record: for each of its people a spell of one day. Days that are entered are there; other leave on such a day is a fault. */
export function planDuties(lines: readonly TableLine<DutyKey>[], ground: DutyGround): readonly Plan[] {
  const byNumber = new Map(ground.persons.map((it) => [it.number, it]));
  const above = new Map<string, Above>();
  return lines.map((line): Plan => {
    const { row, place } = line;
    const { days, kind, persons, faults } = readLine(line, ground, byNumber);
    if (faults.length > 0) return { row, outcome: 'faulty', faults };
    const facts: FactToRecord[] = [];
    const entered: string[] = [];
    const against: Fault[] = [];
    for (const { person, key } of persons) for (const day of days) {
      const spell = { person: person.id, reason: ground.reasonOn(day, kind) ?? '', from: day, to: day };
      if (person.away.some((it) => it.from === day && it.to === day && it.reason === spell.reason)) continue;
      // In a plan with posts or shifts one person may stand twice on a day: one day on duty all the same.
      if (place !== undefined && above.get(`${person.id} ${day}`)?.kind === kind) continue;
      const fault = dayFault(person, key, day, spell.reason, above.get(`${person.id} ${day}`), ground);
      if (fault) against.push(fault);
      entered.push(`${person.id} ${day}`);
      facts.push({ kind: 'leave', standing: person.id === ground.importer ? 'proposed' : 'counted', state: spell });
    }
    const [first] = against;
    if (first) return { row, outcome: 'faulty', faults: against.slice(0, FAULTS_TOLD) };
    for (const it of entered) above.set(it, { kind, place: place === undefined ? { zh: `第 ${row} 行`, en: `row ${row}` } : { zh: ` ${placeName(place)} `, en: placeName(place) } });
    return facts.length === 0 ? { row, outcome: 'there', differs: false } : { row, outcome: 'created', facts };
  });
}

const FAULTS_TOLD = 3;

/** What an earlier line says of a person and day, and where it stands. */
interface Above {
  readonly kind: DutyKind;
  readonly place: Words;
}

interface Read {
  readonly days: readonly CivilDate[];
  readonly kind: DutyKind;
  readonly persons: readonly { readonly person: KnownOnDuty; readonly key: DutyKey }[];
  readonly faults: readonly Fault[];
}

function readLine({ text, place }: TableLine<DutyKey>, ground: DutyGround, byNumber: ReadonlyMap<string, KnownOnDuty>): Read {
  const faults: Fault[] = [];
  const days = text('days') === '' ? null : daysInCell(text('days'));
  const kind = kindIn(text('kind'));
  if (text('days') === '') faults.push(mustStand('days'));
  else if (days === null) faults.push(place === undefined ? daysUnread : dayOfSheetUnread);
  if (kind === null) faults.push(place === undefined ? faultIn('kind', { zh: '只能是：值班、下夜班休整。', en: 'One of: 值班 (duty), 下夜班休整 (rest).' }) : markUnknown(text('kind')));
  const found = new Map<string, { person: KnownOnDuty; key: DutyKey }>();
  const known = (key: DutyKey, written: string, persons: readonly KnownOnDuty[]): void => {
    const [person, other] = persons;
    if (person && !other) found.set(person.id, { person, key });
    else faults.push(person ? sharedName(key, written) : unknown(key, written));
  };
  const numbers = partsOf(text('number')).map(plainNumber);
  for (const it of numbers) known('number', it, [bearerOf(byNumber, it, ({ here }) => here.length > 0)].filter((one) => one !== undefined));
  const named = namesIn(text('name'), ground.persons);
  if (numbers.length === 0) for (const it of named) known('name', it, ground.persons.filter(({ name }) => name === it));
  else for (const it of named) if (![...found.values()].some(({ person }) => person.name === it)) faults.push(slipped(it));
  for (const it of namesIn(text('leader'), ground.persons)) known('leader', it, ground.persons.filter(({ name }) => name === it));
  if (found.size === 0 && faults.length === 0) faults.push(mustStand('name'));
  return { days: days ?? [], kind: kind ?? 'shift', persons: [...found.values()], faults };
}

const partsOf = (text: string): string[] => text.split(/[、,;/\n]+/).map((it) => it.trim()).filter((it) => it !== '');

/** Names in one cell; a blank stands within a name for looks, or between two names. */
function namesIn(text: string, persons: readonly KnownOnDuty[]): string[] {
  const isKnown = (name: string): boolean => persons.some((it) => it.name === name);
  return [...new Set(partsOf(namesUnbroken(text)).flatMap((part) => (isKnown(plainName(part)) || !/\s/.test(part) ? [plainName(part)] : part.split(/\s+/).map(plainName))))];
}

function dayFault(person: KnownOnDuty, key: DutyKey, day: CivilDate, reason: string, before: Above | undefined, { open }: DutyGround): Fault | null {
  if (day < open) return faultOfRefusal('days', refuseDay('YearClosed', { day, open }));
  if (reason === '') return faultIn('days', { zh: `${day} 没有施行考核方案，或者方案中没有值班（下夜班休整）这一事由。`, en: `On ${day} no scheme was in force, or it has no word for duty or rest.` });
  if (!person.here.some((it) => isWithin(day, it))) return faultIn(key, { zh: `“${person.name}”${day} 不在您登记的党组织。`, en: `On ${day} “${person.name}” does not belong where you keep the rota.` });
  const stored = person.away.find((it) => isWithin(day, it));
  if (stored) return faultOfRefusal('days', refuseRota('LeaveOverlaps', stored));
  return before === undefined ? null : faultIn('days', { zh: `“${person.name}”${day} 与${before.place.zh}重复。`, en: `“${person.name}” stands on ${day} in ${before.place.en} already.` });
}

const daysUnread: Fault = faultIn('days', { zh: '读不出是哪些日期。', en: 'It does not say which days these are.' },
  { zh: `第一个日期写全年月日，如 2026-11-03、10、17 或 2026-11-03至05；一格最多 ${DAYS_MOST} 天。`, en: `Write the first day in full, as 2026-11-03、10、17 or 2026-11-03至05; at most ${DAYS_MOST} days in a cell.` });
const dayOfSheetUnread: Fault = faultIn('days', { zh: '读不出是哪一天。', en: 'It does not say which day this is.' },
  { zh: '在标题、工作表名或文件名中写明年月（2026年11月），或者把日期写全。', en: 'Let the title, the sheet or the file say year and month (2026年11月), or write the day in full.' });
const markUnknown = (written: string): Fault => faultIn('kind', { zh: `“${written}”没有确定含义。`, en: `Nobody has said what “${written}” means.` }, {
  zh: '认得的写法：值、班、备勤、白、夜、早、中、晚、主、副、带、√ 作值班，下、休、轮休、补休作下夜班休整，空格、×、/ 不登记。请改成其中之一；不是值班的，清空。也可以在表的上方或下方写明图例（如“▽值班”），再上传。',
  en: 'Known are 值 班 备勤 白 夜 早 中 晚 主 副 带 √ for duty, 下 休 轮休 补休 for rest, and × / for nothing. Write one of them, or empty the cell; or let a legend above or below the sheet say it (▽值班) and send it again.',
});
const unknown = (key: DutyKey, written: string): Fault => faultIn(key, { zh: `没有“${inSentence(written)}”这个人，或者不在您登记的党组织。`, en: `There is nobody “${inSentence(written)}”, or not where you keep the rota.` }, { zh: '请核对姓名或编号；几个人用“、”隔开。', en: 'Check name or number; write 、 between several.' });
const sharedName = (key: DutyKey, written: string): Fault => faultIn(key, { zh: `有几名“${written}”。`, en: `There are several people called “${written}”.` }, { zh: '请填写警号（内部编号）。', en: 'Write the number.' });
const slipped = (written: string): Fault => faultIn('name', { zh: `警号与姓名“${inSentence(written)}”不是同一人。`, en: `Number and name “${inSentence(written)}” are not one person.` }, { zh: '请核对姓名和编号是否错行。', en: 'See whether names and numbers slipped a row.' });
