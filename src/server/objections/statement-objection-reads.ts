import type { CivilDate } from '#domain/calendar/civil-date.ts';
import type { FactKind, FactState } from '#domain/facts/contract.ts';
import { matterOf, type Objection } from '#domain/objections/objection-rules.ts';
import type { Tx } from '#server/platform/database.ts';
import { sql, type Sql } from '#server/platform/sql.ts';

/** An objection to a monthly statement, which goes its own way on the statement, told like any other. */
export interface StatementObjection {
  readonly statement: string;
  readonly version: number;
  readonly state: Objection;
}

interface Row {
  readonly statement: string;
  readonly version: number;
  readonly state: FactState<'statement'>;
  readonly kind: FactKind | null;
  readonly raisedOn: CivilDate;
  readonly answeredOn: CivilDate | null;
  readonly appealedOn: CivilDate | null;
  readonly decidedOn: CivilDate | null;
}

const stages = { objected: 'raised', answered: 'answered', appealed: 'appealed', reviewed: 'decided' } as const;
const on = (stage: keyof typeof stages): Sql => sql`(
  SELECT max(l.recorded_on) FROM fact_log l WHERE l.fact_id = f.fact_id AND l.state->>'stage' = ${stage})`;

/** @param condition on the `statement` table (`s`). */
export async function statementObjections(tx: Tx, condition: Sql): Promise<StatementObjection[]> {
  const rows = await tx.many<Row>(sql`
    SELECT s.fact_id AS statement, f.version, f.state, disputed.kind, ${on('objected')} AS "raisedOn", ${on('answered')} AS "answeredOn",
      ${on('appealed')} AS "appealedOn", ${on('reviewed')} AS "decidedOn"
    FROM statement s JOIN fact f ON f.fact_id = s.fact_id LEFT JOIN fact disputed ON disputed.fact_id = s.disputed_id
    WHERE s.stage IN ('objected', 'answered', 'appealed', 'reviewed') AND (${condition}) ORDER BY f.seq`);
  return rows.map(({ statement, version, state, kind, raisedOn, ...steps }) => ({ statement, version, state: objectionOf(state, kind, { raisedOn: raisedOn ?? state.issuedOn, ...steps }) }));
}

type Steps = Pick<Objection, 'raisedOn' | 'answeredOn' | 'appealedOn' | 'decidedOn'>;

function objectionOf({ person, organisation, period, disputed, stage, verdict }: FactState<'statement'>, kind: FactKind | null, steps: Steps): Objection {
  const about: Objection['about'] = disputed === null ? { kind: 'missing', period } : { kind: 'fact', fact: disputed, version: 1 };
  return {
    about, matter: matterOf(about, kind), subject: { kind: 'person', id: person }, raisedBy: person, organisation, body: 'branch', period,
    stage: stage === 'issued' || stage === 'confirmed' ? 'withdrawn' : stages[stage], verdict, correction: null, ...steps,
  };
}
