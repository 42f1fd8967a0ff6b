import type { CivilDate } from '#domain/calendar/civil-date.ts';
import type { FactState } from '#domain/facts/contract.ts';
import type { PersonDetails } from '#domain/people/contract.ts';
import { missingColumns } from '#domain/people/missing-columns.ts';
import type { AnyAmendment, AnyNewFact } from '#server/facts/record-fact.ts';
import type { Tx } from '#server/platform/database.ts';
import { sql } from '#server/platform/sql.ts';

interface Row {
  readonly person: string;
  readonly gender: string | null;
  readonly birthDate: CivilDate | null;
  readonly details: PersonDetails;
  readonly stage: FactState<'membership'>['stage'];
  readonly factId: string | null;
  readonly version: number | null;
  readonly state: FactState<'particulars'> | null;
}

/**
 * What rules may know of some persons, where the log does not say it yet: the day of joining, and how many columns of
 * the roster are empty. Whoever has written about persons records what this answers with.
 * @param persons null for everybody.
 */
export async function particularsToRecord(tx: Tx, persons: readonly string[] | null): Promise<{ begin: AnyNewFact[]; change: AnyAmendment[] }> {
  const rows = await tx.many<Row>(sql`
    SELECT p.id AS person, p.gender, p.birth_date AS "birthDate", p.details, home.stage, f.fact_id AS "factId", f.version, f.state
    FROM person p
    JOIN LATERAL (SELECT m.stage FROM membership m WHERE m.person_id = p.id ORDER BY m.from_day DESC LIMIT 1) AS home ON true
    LEFT JOIN particulars known ON known.person_id = p.id LEFT JOIN fact f ON f.fact_id = known.fact_id
    WHERE p.erased_at IS NULL ${persons === null ? sql`` : sql`AND p.id = ANY(${[...persons]}::uuid[])`} ORDER BY p.number`);
  const begin: AnyNewFact[] = [];
  const change: AnyAmendment[] = [];
  for (const row of rows) {
    const state = { person: row.person, joinedParty: row.details.joinedParty ?? null, missing: missingColumns(row).length };
    if (row.factId === null || row.version === null) begin.push({ kind: 'particulars', state });
    else if (row.state?.joinedParty !== state.joinedParty || row.state.missing !== state.missing) change.push({ kind: 'particulars', factId: row.factId, version: row.version, state });
  }
  return { begin, change };
}
