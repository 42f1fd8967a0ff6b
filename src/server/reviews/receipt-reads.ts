import type { CivilDate } from '#domain/calendar/civil-date.ts';
import type { Tx } from '#server/platform/database.ts';
import { sql } from '#server/platform/sql.ts';

export interface Receipt {
  readonly organisation: string;
  readonly on: CivilDate;
  readonly by: string;
  readonly remark: string;
}

/** Which branches have signed for what a review decided on them. */
export const receiptsOf = (tx: Tx, review: string): Promise<Receipt[]> => tx.many<Receipt>(sql`
  SELECT r.organisation_id AS organisation, r.signed_on AS "on", coalesce(p.name, a.user_name) AS by, r.remark
  FROM review_receipt r LEFT JOIN person p ON p.id = r.person_id LEFT JOIN account a ON a.id = r.account_id WHERE r.review_id = ${review}`);

export interface UnsignedReview {
  readonly review: string;
  readonly organisation: string;
  readonly name: string;
  readonly year: number;
  readonly circulatedOn: CivilDate;
}

/** Results that were circulated to some branches and wait for their signature; of a review that was revised only the latest, and nothing that was brought along. */
export const unsignedReviews = (tx: Tx, organisations: readonly string[]): Promise<UnsignedReview[]> => tx.many<UnsignedReview>(sql`
  SELECT r.fact_id AS review, g.organisation_id AS organisation, o.short_name AS name, r.year, (f.state->>'circulatedOn')::date AS "circulatedOn"
  FROM branch_review r JOIN fact f ON f.fact_id = r.fact_id JOIN branch_review_grade g ON g.fact_id = r.fact_id JOIN organisation o ON o.id = g.organisation_id
  WHERE r.stage = 'circulated' AND f.state->>'pin' IS NOT NULL AND g.organisation_id = ANY(${[...organisations]}::uuid[])
    AND NOT EXISTS (SELECT 1 FROM branch_review later WHERE later.organisation_id = r.organisation_id AND later.year = r.year AND later.revision > r.revision AND later.stage = 'circulated')
    AND NOT EXISTS (SELECT 1 FROM review_receipt signed WHERE signed.review_id = r.fact_id AND signed.organisation_id = g.organisation_id)
  ORDER BY r.year DESC, o.number`);
