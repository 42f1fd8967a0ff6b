import { attendancesOf } from './attendance.ts';
import type { Reading } from './reading.ts';
import type { Session } from './standing.ts';

/** Sessions of these activities that a member missed without any reason (无故缺席), and did not make up. */
export const missedSessions = (reading: Reading, person: string, activities: readonly string[]): readonly Session[] => attendancesOf(reading, person)
  .filter(({ session, attendance }) => attendance.status === 'absent' && withoutReason(reading, session.day, attendance.reason)
    && session.state.activities.some((activity) => activities.includes(activity)))
  .map(({ session }) => session);

/** Leave that was granted does not exempt everywhere, but nobody stayed away without a reason who had it (C.3). */
const withoutReason = (reading: Reading, day: string, reason: string | null): boolean =>
  reason === null || reading.book.on(day)?.scheme.excuses.find(({ id }) => id === reason)?.shownAs === 'absent';
