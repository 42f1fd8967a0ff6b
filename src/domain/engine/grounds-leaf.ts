import { daysBetween, yearOf } from '#domain/calendar/civil-date.ts';
import type { Words } from '#domain/words/words.ts';
import type { SessionAttendance } from './attendance.ts';
import type { FactLeaf, Grounds } from './evaluation.ts';
import type { RawValue } from './raw-values.ts';
import type { Reading } from './reading.ts';
import { minutesAttended } from './tally.ts';
import type { Session } from './world.ts';

/** The leaf of a share: one session and what became of the person there. It adds nothing of its own. */
export function attendanceLeaf(reading: Reading, { session, attendance }: SessionAttendance, within: string, proposed: boolean): Grounds {
  const minutes = minutesAttended(reading.world, session, attendance);
  const leaf: FactLeaf = {
    ...sessionLeaf(session),
    status: proposed ? 'proposed' : attendance.status,
    reason: attendance.reason,
    reasonClass: reasonClassOf(reading, session, attendance.status === 'absent' || attendance.status === 'excused', attendance.reason),
    because: attendance.because,
    minutes: minutes === 0 ? null : minutes,
  };
  return leafOf(reading, session, within, null, leaf);
}

/** The leaf of a fixed rule: what it pays for the session, or nothing while it waits or another rule pays. */
export function rawLeaf(reading: Reading, raw: RawValue): Grounds {
  const leaf: FactLeaf = { ...sessionLeaf(raw.session), status: raw.standing, reason: null, reasonClass: null, because: [], minutes: null };
  return leafOf(reading, raw.session, raw.rule.id, raw.standing === 'counted' ? raw.value : 0, leaf);
}

function leafOf(reading: Reading, session: Session, within: string, value: number | null, fact: FactLeaf): Grounds {
  return {
    id: `${within} ${session.factId}`, label: sessionWords(reading, session), value, full: null,
    how: { kind: 'fact', fact }, rule: null, children: [],
  };
}

/** What every leaf says of the session behind it, whatever the session counted as. */
export function sessionLeaf(session: Session): Pick<
  FactLeaf, 'factId' | 'version' | 'kind' | 'day' | 'period' | 'activities' | 'recordedBy' | 'recordedOn' | 'lateDays' | 'confirmedBy'
> {
  const { factId, version, kind, day, period, recordedBy, recordedOn, enteredOn, confirmedBy } = session;
  return {
    factId, version, kind, day, period, recordedBy, recordedOn,
    activities: session.state.activities,
    lateDays: Math.max(0, daysBetween(day, enteredOn)),
    confirmedBy: confirmedBy[0] ?? null,
  };
}

/** '11-16 周一集中学习、主题党日'; the year stands there only where the day lies in another year than the period. */
export function sessionWords({ book }: Reading, { day, period, state }: Session): Words {
  const date = yearOf(day) === yearOf(period) ? day.slice(5) : day;
  const labels = state.activities.map((id) => book.on(day)?.activities.get(id)?.label ?? { zh: id, en: id });
  return { zh: `${date} ${labels.map(({ zh }) => zh).join('、')}`, en: `${date} ${labels.map(({ en }) => en).join(', ')}` };
}

/** The class of a reason that everybody may see (finding 14); an absence without one is an absence. */
function reasonClassOf({ book }: Reading, session: Session, away: boolean, reason: string | null): FactLeaf['reasonClass'] {
  if (!away) return null;
  if (reason === null) return 'absent';
  return book.on(session.day)?.excuses.get(reason)?.shownAs ?? 'other';
}
