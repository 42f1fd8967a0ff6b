import type { CivilDate } from '#domain/calendar/civil-date.ts';
import type { FactState } from '#domain/facts/contract.ts';
import type { Objection } from '#domain/objections/objection-rules.ts';
import type { Tx } from '#server/platform/database.ts';
import { sql, type Sql } from '#server/platform/sql.ts';

/** An objection of a member to his annual evaluation, which is answered on the evaluation, told like any other. */
export interface ResultObjection {
  readonly result: string;
  readonly version: number;
  readonly state: Objection;
  readonly organisation: string;
  readonly year: number;
}

interface Row {
  readonly result: string;
  readonly version: number;
  readonly state: FactState<'memberResult'>;
  readonly raisedOn: CivilDate;
  readonly answeredOn: CivilDate | null;
  readonly verdict: FactState<'memberResult'>['verdict'];
}

/**
 * Each time that somebody objected, with the answer, which is the version after it.
 * @param condition on the `member_result` table (`r`).
 */
export async function resultObjections(tx: Tx, condition: Sql): Promise<ResultObjection[]> {
  const rows = await tx.many<Row>(sql`
    SELECT r.fact_id AS result, l.version, l.state, l.recorded_on AS "raisedOn", answer.recorded_on AS "answeredOn", answer.state->>'verdict' AS verdict
    FROM member_result r JOIN fact_log l ON l.fact_id = r.fact_id LEFT JOIN fact_log answer ON answer.fact_id = l.fact_id AND answer.version = l.version + 1
    WHERE l.state->>'stage' = 'objected' AND (${condition}) ORDER BY l.seq`);
  return rows.map(({ result, version, state: { person, organisation, year }, raisedOn, answeredOn, verdict }) => ({
    result, version, organisation, year,
    state: {
      about: { kind: 'item', year, item: 'memberYear' }, matter: 'grade', subject: { kind: 'person', id: person }, raisedBy: person, organisation, body: 'office', period: `${year}-12`,
      // The organs committee has approved it, so that its answer is the last word.
      stage: answeredOn === null ? 'raised' : 'decided', verdict, correction: null, raisedOn, answeredOn, appealedOn: null, decidedOn: null,
    },
  }));
}
