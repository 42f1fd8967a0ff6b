import type { ComplaintLine } from '#domain/complaints/contract.ts';
import type { CivilDate } from '#domain/calendar/civil-date.ts';
import type { Tx } from '#server/platform/database.ts';
import { sql, type Sql } from '#server/platform/sql.ts';

export interface ComplaintRow {
  readonly id: string;
  readonly kind: ComplaintLine['kind'];
  readonly text: string;
  readonly page: string;
  readonly organisation: string;
  readonly account: string;
  readonly filedOn: CivilDate;
  readonly due: CivilDate;
  readonly from: string;
  readonly answer: string | null;
  readonly answeredAt: Date | null;
}

/** Complaints `c` with their answers `w`, those that wait first. */
export const complaintsWhere = (tx: Tx, condition: Sql): Promise<ComplaintRow[]> => tx.many<ComplaintRow>(sql`
  SELECT c.id, c.kind, c.text, c.page, c.organisation_id AS organisation, c.account_id AS account, c.filed_on AS "filedOn", c.due,
    coalesce(p.name, a.user_name) AS "from", w.text AS answer, w.answered_at AS "answeredAt"
  FROM complaint c JOIN account a ON a.id = c.account_id LEFT JOIN person p ON p.id = a.person_id
  LEFT JOIN complaint_answer w ON w.complaint_id = c.id
  WHERE ${condition} ORDER BY w.complaint_id IS NOT NULL, CASE WHEN w.complaint_id IS NULL THEN c.due END, c.filed_at DESC, c.id`);
