import type { FactState } from '#domain/facts/contract.ts';
import type { Call } from '#server/platform/call.ts';
import { sql } from '#server/platform/sql.ts';

/** A make-up that somebody entered for himself and that nobody has confirmed yet. */
export interface WaitingMakeUp {
  readonly makeUp: string;
  readonly version: number;
  readonly session: string;
  readonly person: string;
  readonly day: string;
  readonly recordedOn: string;
  readonly organisation: string;
  readonly state: FactState<'session'>;
}

export const waitingMakeUps = ({ tx }: Call, organisations: readonly string[]): Promise<WaitingMakeUp[]> =>
  tx.many<WaitingMakeUp>(sql`
    SELECT f.fact_id AS "makeUp", f.version, m.session_id AS session, m.person_id AS person, m.day, f.recorded_on AS "recordedOn",
      s.organisation_id AS organisation, s.state
    FROM make_up m JOIN fact f ON f.fact_id = m.fact_id JOIN fact s ON s.fact_id = m.session_id
    WHERE f.standing = 'proposed' AND NOT s.withdrawn AND s.organisation_id = ANY(${[...organisations]}::uuid[])
      AND NOT EXISTS (SELECT 1 FROM confirmation c WHERE c.confirmed_id = f.fact_id AND c.version = f.version)
    ORDER BY f.seq LIMIT 50`);
