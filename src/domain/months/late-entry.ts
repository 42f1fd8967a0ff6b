import { type CivilDate, daysBetween } from '#domain/calendar/civil-date.ts';
import type { FactKind } from '#domain/facts/contract.ts';
import type { LogEntry } from '#domain/facts/fact.ts';

/** What happened in a month: entered too late, it changes what was published. Where people belong is asked anew at any time. */
const happening: ReadonlySet<FactKind> = new Set(['session', 'makeUp', 'record', 'assignment', 'leave', 'closedDuty', 'studyStop']);

/** Whether the lock of its month concerns an entry; what is only arranged does not count yet. */
export const isBoundByClosing = (entry: LogEntry): boolean =>
  happening.has(entry.kind) && !(entry.kind === 'session' && entry.state.stage === 'arranged');

/** 补录 n 天: from the day it happened to the day of its entry. */
export const daysLate = ({ day }: Pick<LogEntry, 'day'>, today: CivilDate): number => Math.max(0, daysBetween(day, today));

/** What decides whether something of a closed month may still be entered or changed. */
export interface LateEntry {
  readonly days: number;
  readonly lateDays: number | null;
  /** 补报授权 in force for this month. */
  readonly granted: boolean;
  /** An upheld objection asks for it. */
  readonly upheld: boolean;
}

/** in a closed month of an open year, yes, up to the scheme's days; beyond only with a grant or an upheld objection. */
export const mayEnterLate = ({ days, lateDays, granted, upheld }: LateEntry): boolean =>
  granted || upheld || lateDays === null || days <= lateDays;
