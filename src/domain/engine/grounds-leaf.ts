import { daysBetween, yearOf } from '#domain/calendar/civil-date.ts';
import type { WindowKey } from '#domain/calendar/window.ts';
import type { Words } from '#domain/words/words.ts';
import type { SessionAttendance } from './attendance.ts';
import { type Entry, type Happening, isEntry } from './entry.ts';
import type { FactLeaf, Grounds } from './evaluation.ts';
import type { RawValue } from './raw-values.ts';
import type { Reading } from './reading.ts';
import { monthWords } from './rule-words.ts';
import { minutesAttended } from './tally.ts';
import type { Fact, Session } from './standing.ts';

/** The leaf of a share: one session and what became of the person there. It adds nothing of its own. */
export function attendanceLeaf(reading: Reading, { session, attendance }: SessionAttendance, within: string, proposed: boolean): Grounds {
  const minutes = minutesAttended(reading.world, session, attendance);
  return leafOf(reading, session, within, null, {
    ...leafHead(session),
    status: proposed ? 'proposed' : attendance.status,
    reason: attendance.reason,
    reasonClass: reasonClassOf(reading, session, attendance.status === 'absent' || attendance.status === 'excused', attendance.reason),
    because: attendance.because,
    minutes: minutes === 0 ? null : minutes,
  });
}

/** The leaf of a rule that is paid by the fact: what it pays, or nothing while it waits or another pays. */
export function rawLeaf(reading: Reading, raw: RawValue): Grounds {
  return leafOf(reading, raw.fact, raw.rule.id, raw.standing === 'counted' ? raw.value : 0, plainLeaf(raw.fact, raw.standing));
}

/** A register line that a share counts; it adds nothing of its own. */
export function entryLeaf(reading: Reading, entry: Entry, within: string, value: number | null, status: FactLeaf['status']): Grounds {
  return leafOf(reading, entry, within, value, plainLeaf(entry, status));
}

export const happeningLeaf = (reading: Reading, happening: Happening, within: string): Grounds =>
  leafOf(reading, happening, within, null, plainLeaf(happening, 'counted'));

const plainLeaf = (fact: Happening, status: FactLeaf['status']): FactLeaf =>
  ({ ...leafHead(fact), status, reason: null, reasonClass: null, because: [], minutes: null });

function leafOf(reading: Reading, fact: Happening, within: string, value: number | null, leaf: FactLeaf): Grounds {
  return {
    id: `${within} ${fact.factId}`, label: happeningWords(reading, fact), value, full: null,
    how: { kind: 'fact', fact: leaf }, rule: null, children: [],
  };
}

/** The sheet of a spot check, as a fact one may open. */
export function sheetLeaf(sheet: Fact<'checkSheet'>, within: string): Grounds {
  const { factId, version, kind, day, period, recordedBy, recordedOn, enteredOn } = sheet;
  const leaf: FactLeaf = {
    factId, version, kind, day, period, recordedBy, recordedOn, activities: [], status: 'counted', reason: null, reasonClass: null, because: [], minutes: null,
    lateDays: Math.max(0, daysBetween(day, enteredOn)), confirmedBy: sheet.state.confirmedBy,
  };
  return { id: `${within} ${factId}`, label: sheetWords(sheet), value: null, full: null, how: { kind: 'fact', fact: leaf }, rule: null, children: [] };
}

const sheetWords = ({ day }: Fact<'checkSheet'>): Words => ({ zh: `${day.slice(5)} 抽查评分表`, en: `${day.slice(5)} sheet of the spot check` });

/** What every leaf says of the fact behind it, whatever the fact counted as. */
export function leafHead(fact: Happening): Pick<
  FactLeaf, 'factId' | 'version' | 'kind' | 'day' | 'period' | 'activities' | 'recordedBy' | 'recordedOn' | 'lateDays' | 'confirmedBy'
> {
  const { factId, version, kind, day, period, recordedBy, recordedOn, enteredOn, confirmedBy } = fact;
  return {
    factId, version, kind, day, period, recordedBy, recordedOn,
    activities: isEntry(fact) ? [fact.register] : fact.state.activities,
    lateDays: Math.max(0, daysBetween(day, enteredOn)),
    confirmedBy: confirmedBy[0] ?? null,
  };
}

export const happeningWords = (reading: Reading, fact: Happening): Words => (isEntry(fact) ? entryWords(reading, fact) : sessionWords(reading, fact));

/** '11-16 周一集中学习、主题党日'; the year stands there only where the day lies in another year than the period. */
export function sessionWords({ book }: Reading, { day, period, state }: Session): Words {
  const labels = state.activities.map((id) => book.on(day)?.activities.get(id)?.label ?? { zh: id, en: id });
  return { zh: `${dayWords(day, period)} ${labels.map(({ zh }) => zh).join('、')}`, en: `${dayWords(day, period)} ${labels.map(({ en }) => en).join(', ')}` };
}

/** '11-24 党纪处理（通报批评）': the register and the levels that the entry names. */
function entryWords({ book }: Reading, { day, period, register: id, values }: Entry): Words {
  const register = book.on(day)?.registers.get(id) ?? null;
  const label = register?.label ?? { zh: id, en: id };
  const levels = (register?.fields ?? []).flatMap(({ id: field, levels: known }) => known?.find((level) => level.id === values[field])?.label ?? []);
  const said = (words: readonly string[], open: string, close: string): string => (words.length === 0 ? '' : `${open}${words.join('、')}${close}`);
  return {
    zh: `${dayWords(day, period)} ${label.zh}${said(levels.map(({ zh }) => zh), '（', '）')}`,
    en: `${dayWords(day, period)} ${label.en}${said(levels.map(({ en }) => en), ' (', ')')}`,
  };
}

const dayWords = (day: string, period: string): string => (yearOf(day) === yearOf(period) ? day.slice(5) : day);

/** '11月', '第4季度', '下半年', '2026年', '第47周' or a day. */
export function windowWords(window: WindowKey): Words {
  const number = Number(window.slice(6));
  if (window.length === 10) return { zh: window, en: window };
  if (window.length === 4) return { zh: `${window}年`, en: window };
  switch (window[5]) {
    case 'W': return { zh: `第${number}周`, en: `week ${number}` };
    case 'Q': return { zh: `第${number}季度`, en: `quarter ${number}` };
    case 'H': return number === 1 ? { zh: '上半年', en: 'first half-year' } : { zh: '下半年', en: 'second half-year' };
    default: return monthWords(window);
  }
}

/** The class of a reason that everybody may see (finding 14); an absence without one is an absence. */
function reasonClassOf({ book }: Reading, session: Session, away: boolean, reason: string | null): FactLeaf['reasonClass'] {
  if (!away) return null;
  if (reason === null) return 'absent';
  return book.on(session.day)?.excuses.get(reason)?.shownAs ?? 'other';
}
