import { type CivilDate, lastOfMonth, type Period } from '#domain/calendar/civil-date.ts';
import type { InclusionCard, YearInclusion } from '#domain/orgs/inclusion-contract.ts';
import { may } from '#domain/access/policy.ts';
import { parentOn } from '#domain/orgs/structure.ts';
import type { Call } from '#server/platform/call.ts';
import type { Tx } from '#server/platform/database.ts';
import { sql } from '#server/platform/sql.ts';
import { structureOf } from './organisation-reads.ts';

export interface InclusionRow {
  readonly fact: string;
  readonly organisation: string;
  readonly name: string;
  readonly version: number;
  readonly from: CivilDate;
}

/** 启用日期 of some organisations, those that have their own, in the order of the list. */
export const inclusionsOf = (tx: Tx, organisations: readonly string[]): Promise<InclusionRow[]> =>
  tx.many<InclusionRow>(sql`
    SELECT i.fact_id AS fact, i.organisation_id AS organisation, o.short_name AS name, f.version, i.from_day AS "from"
    FROM inclusion i JOIN fact f ON f.fact_id = i.fact_id JOIN organisation o ON o.id = i.organisation_id
    WHERE i.organisation_id = ANY(${[...organisations]}::uuid[]) ORDER BY array_position(${[...organisations]}::uuid[], i.organisation_id)`);

/** @param above the organisation with everything above it, nearest first. */
export async function inclusionCardOf({ tx, actor }: Call, organisation: string, above: readonly string[]): Promise<InclusionCard> {
  const rows = await inclusionsOf(tx, above);
  const own = rows.find((it) => it.organisation === organisation);
  const [nearest] = rows;
  return {
    own: own ? { version: own.version, from: own.from } : null,
    since: nearest ? { from: nearest.from, organisation: nearest.name } : null,
    editable: may(actor, 'setInclusion', above).allowed,
  };
}

/** What of a year an organisation was reckoned with only later. @param above the organisation with everything above it, nearest first. */
export async function yearInclusionOf(tx: Tx, above: readonly string[], year: number): Promise<YearInclusion> {
  const [nearest] = await inclusionsOf(tx, above);
  return nearest && nearest.from > `${year}-01-01` ? { from: nearest.from, organisation: nearest.name } : null;
}

/** Those of some organisations that were not reckoned with at all in a month yet (未纳入): its last day tells, because a day of inclusion is a beginning. */
export async function leftOutIn(tx: Tx, organisations: readonly string[], month: Period): Promise<ReadonlySet<string>> {
  const last = lastOfMonth(month);
  const rows = await tx.many<{ organisation: string; from: CivilDate }>(sql`SELECT organisation_id AS organisation, from_day AS "from" FROM inclusion`);
  if (rows.every(({ from }) => from <= last)) return new Set();
  const since = new Map(rows.map(({ organisation, from }) => [organisation, from]));
  const structure = await structureOf(tx);
  const nearest = (organisation: string): CivilDate | undefined => {
    const state = structure.get(organisation);
    const above = state && parentOn(state, last);
    return since.get(organisation) ?? (above ? nearest(above) : undefined);
  };
  return new Set(organisations.filter((it) => (nearest(it) ?? last) > last));
}

/** Months, and years, that are locked for an organisation, for one above it or for one below, between two days; the first of them. */
export async function lockedBetween(tx: Tx, around: readonly string[], from: CivilDate, to: CivilDate): Promise<string | null> {
  const row = await tx.one<{ window: string }>(sql`
    SELECT window_key AS window FROM closing WHERE stage = 'closed' AND organisation_id = ANY(${[...around]}::uuid[])
      AND ((length(window_key) = 7 AND window_key BETWEEN ${from.slice(0, 7)} AND ${to.slice(0, 7)}) OR (length(window_key) = 4 AND window_key BETWEEN ${from.slice(0, 4)} AND ${to.slice(0, 4)}))
    ORDER BY window_key LIMIT 1`);
  return row?.window ?? null;
}
