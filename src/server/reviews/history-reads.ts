import { schemeBook } from '#domain/engine/scheme-book.ts';
import type { Words } from '#domain/words/words.ts';
import type { Tx } from '#server/platform/database.ts';
import { sql } from '#server/platform/sql.ts';
import { adoptedSchemes } from '#server/schemes/scheme-reads.ts';

export interface ApprovedGrade {
  readonly organisation: string;
  readonly year: number;
  readonly revision: number;
  readonly score: number | null;
  /** Null: taken part without a grade. */
  readonly grade: string | null;
  readonly label: Words | null;
}

/** Grades of past years: of each year what was approved last, a revision before what it revises; by branch, the latest year first. */
export async function approvedGrades(tx: Tx, organisations: readonly string[]): Promise<ApprovedGrade[]> {
  const rows = await tx.many<Omit<ApprovedGrade, 'label'> & { scheme: string | null; version: number | null; result: string }>(sql`
    SELECT DISTINCT ON (g.organisation_id, r.year) g.organisation_id AS organisation, r.year, r.revision, g.score, g.grade,
      f.state->'pin'->>'scheme' AS scheme, (f.state->'pin'->>'schemeVersion')::int AS version, r.result
    FROM branch_review_grade g JOIN branch_review r ON r.fact_id = g.fact_id JOIN fact f ON f.fact_id = r.fact_id
    WHERE g.organisation_id = ANY(${[...organisations]}::uuid[]) AND r.stage IN ('approved', 'circulated')
    ORDER BY g.organisation_id, r.year DESC, r.revision DESC`);
  // What was brought along from before the scheme has the words of the first.
  const { versions } = schemeBook(await adoptedSchemes(tx));
  const labelOf = (row: (typeof rows)[number]): Words | null =>
    (row.scheme === null ? versions[0] : versions.find(({ scheme }) => scheme.id === row.scheme && scheme.version === row.version))?.scheme.results.find(({ id }) => id === row.result)?.grades?.find(({ id }) => id === row.grade)?.label ?? null;
  return rows.map(({ organisation, year, revision, score, grade, ...row }) => ({ organisation, year, revision, score, grade, label: labelOf({ organisation, year, revision, score, grade, ...row }) }));
}
