import type { Tally } from '#domain/engine/tally.ts';
import { roundedQuotient } from '#domain/points/hundredths.ts';

/** Where a session of the month stands, as far as the clock has no say in it. */
export interface MonthSession {
  readonly activities: readonly string[];
  readonly standing: 'open' | 'stopped' | 'notHeld' | 'toConfirm' | 'done';
  /** From when an open session waits for its record: '2026-11-16 21:00' on the wall of the office; null otherwise. */
  readonly toRecordFrom: string | null;
  /** Its first record came on a later day than the session (补录). */
  readonly late: boolean;
}

/** A session in force with what became of everybody expected there, in persons. */
export interface MonthAttendance {
  readonly activities: readonly string[];
  readonly tally: Pick<Tally, 'expected' | 'present' | 'madeUp' | 'excused'>;
}

/** Numbers that add up over sessions and over branches: the parts of the shares, never a share. */
export interface MonthCounts {
  /** All sessions that stand, whatever became of them. */
  readonly arranged: number;
  readonly held: number;
  readonly notHeld: number;
  readonly stopped: number;
  /** Held, and confirmed by nobody yet. */
  readonly toConfirm: number;
  readonly late: number;
  readonly expected: number;
  readonly present: number;
  readonly madeUp: number;
  readonly excused: number;
  readonly absent: number;
}

/** One activity of a branch's month, as the board keeps it. */
export interface BranchMonth extends MonthCounts {
  readonly activity: string;
  readonly toRecordFrom: readonly string[];
}

/** The month as a whole: a session that is two activities counts once in it and once in each of them (A-10, D-17). */
export const WHOLE_MONTH = '';

export const nothing: MonthCounts = {
  arranged: 0, held: 0, notHeld: 0, stopped: 0, toConfirm: 0, late: 0, expected: 0, present: 0, madeUp: 0, excused: 0, absent: 0,
};

/**
 * What a month of one branch comes to, by activity, the whole month first; nothing at all when nothing was arranged.
 * Sessions are counted as they were last written, attendance by the versions in force: a record that waits for its
 * confirmation has been held and is in no share.
 */
export function branchMonth(sessions: readonly MonthSession[], attendances: readonly MonthAttendance[]): BranchMonth[] {
  const activities = new Set([...sessions, ...attendances].flatMap((it) => [WHOLE_MONTH, ...it.activities]));
  return [...activities].map((activity) => {
    const within = (it: { readonly activities: readonly string[] }): boolean => activity === WHOLE_MONTH || it.activities.includes(activity);
    const mine = sessions.filter(within);
    return {
      activity,
      ...pooled([...mine.map(countsOf), ...attendances.filter(within).map(({ tally }) => inPersons(tally))]),
      toRecordFrom: mine.flatMap(({ toRecordFrom }) => toRecordFrom ?? []).toSorted(),
    };
  });
}

/** The sum of each number: how many branches make a committee, and many sessions a month. */
export function pooled(all: readonly MonthCounts[]): MonthCounts {
  return all.reduce((sum, it) => ({
    arranged: sum.arranged + it.arranged, held: sum.held + it.held, notHeld: sum.notHeld + it.notHeld, stopped: sum.stopped + it.stopped,
    toConfirm: sum.toConfirm + it.toConfirm, late: sum.late + it.late,
    expected: sum.expected + it.expected, present: sum.present + it.present, madeUp: sum.madeUp + it.madeUp, excused: sum.excused + it.excused,
    absent: sum.absent + it.absent,
  }), nothing);
}

function countsOf({ standing, late }: MonthSession): MonthCounts {
  const one = (it: boolean): number => (it ? 1 : 0);
  return {
    ...nothing, arranged: 1, held: one(standing === 'toConfirm' || standing === 'done'), notHeld: one(standing === 'notHeld'),
    stopped: one(standing === 'stopped'), toConfirm: one(standing === 'toConfirm'), late: one(late),
  };
}

const inPersons = ({ expected, present, madeUp, excused }: MonthAttendance['tally']): MonthCounts =>
  ({ ...nothing, expected, present, madeUp, excused, absent: expected - present - madeUp });

/** 参学率 = (实到 + 补学) ÷ 应到 in hundredths of a per cent, rounded once; null when nobody was expected. */
export function attendanceRate({ expected, present, madeUp }: Pick<MonthCounts, 'expected' | 'present' | 'madeUp'>): number | null {
  return expected === 0 ? null : roundedQuotient((present + madeUp) * 10_000, expected);
}

/** What a line of the board calls for now. */
export type MonthStanding = 'nothingArranged' | 'toDo' | 'inProgress' | 'completed';

/** @param toRecord how many sessions wait for their record now. */
export function standingOf({ arranged, held, notHeld, stopped, toConfirm }: MonthCounts, toRecord: number): MonthStanding {
  if (arranged === 0) return 'nothingArranged';
  if (toRecord + toConfirm > 0) return 'toDo';
  return held + notHeld + stopped < arranged ? 'inProgress' : 'completed';
}
