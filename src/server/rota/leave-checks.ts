import { type CivilDate, daysBetween } from '#domain/calendar/civil-date.ts';
import { leaveReasonsOf } from '#domain/rota/leave-reasons.ts';
import { LEAVE_DAYS_MAX, refuseRota } from '#domain/rota/refusals.ts';
import type { Tx } from '#server/platform/database.ts';
import { identifier, sql } from '#server/platform/sql.ts';
import { adoptedSchemes } from '#server/schemes/scheme-reads.ts';

interface Spell {
  readonly from: CivilDate;
  readonly to: CivilDate | null;
}

export const daysOf = ({ from, to }: { from: CivilDate; to: CivilDate }): number => daysBetween(from, to) + 1;

/** @throws EndsBeforeItBegins, LeaveTooLong */
export function demandSpell({ from, to }: Spell): void {
  if (to === null) return;
  if (to < from) throw refuseRota('EndsBeforeItBegins', {});
  if (daysOf({ from, to }) > LEAVE_DAYS_MAX) throw refuseRota('LeaveTooLong', { days: daysOf({ from, to }) });
}

/** The reason must be one that may be entered as leave by the scheme in force on the first day. @throws SchemeMissing, ReasonNotForLeave */
export async function demandLeaveReason(tx: Tx, reason: string, day: CivilDate): Promise<void> {
  const scheme = (await adoptedSchemes(tx)).findLast((it) => it.from <= day)?.scheme;
  if (!scheme) throw refuseRota('SchemeMissing', { day });
  if (!leaveReasonsOf(scheme).some((it) => it.id === reason)) throw refuseRota('ReasonNotForLeave', {});
}

const overlapRefusals = { leave: 'LeaveOverlaps', closed_duty: 'ClosedDutyOverlaps', secondment: 'SecondmentOverlaps' } as const;

/**
 * No two entries of one register for the same person at the same time, waiting ones included. The persons are locked
 * already, so an entry made at this very moment is seen. @throws LeaveOverlaps, ClosedDutyOverlaps, SecondmentOverlaps
 */
export async function demandNoOverlap(tx: Tx, table: keyof typeof overlapRefusals, persons: readonly string[], spell: Spell, except: string | null): Promise<void> {
  const [other] = await tx.many<Spell>(sql`
    SELECT from_day AS "from", to_day AS "to" FROM ${identifier(table)}
    WHERE person_id = ANY(${[...persons]}::uuid[]) AND fact_id IS DISTINCT FROM ${except}::uuid
      AND (to_day IS NULL OR to_day >= ${spell.from}) AND (${spell.to}::date IS NULL OR from_day <= ${spell.to}::date)
    ORDER BY from_day LIMIT 1`);
  if (other) throw refuseRota(overlapRefusals[table], other);
}
