import { setImmediate } from 'node:timers/promises';
import { scoredAspects } from '#domain/assessments/branch-score.ts';
import { quarterBefore } from '#domain/assessments/quarter-before.ts';
import { type CivilDate, yearOf } from '#domain/calendar/civil-date.ts';
import { lastDayOf } from '#domain/calendar/window.ts';
import { isConfirmedSheet } from '#domain/engine/check-sheet.ts';
import { explain } from '#domain/engine/explain.ts';
import { read } from '#domain/engine/reading.ts';
import { branch } from '#domain/engine/subject.ts';
import type { FactState } from '#domain/facts/contract.ts';
import type { PointsPart } from '#domain/schemes/scheme.ts';
import type { CircularContent } from '#domain/spot-checks/circular-contract.ts';
import type { FoundBySheet, Mark } from '#domain/spot-checks/circular-table.ts';
import { refuseSpotCheck } from '#domain/spot-checks/refusals.ts';
import { logOfBranchesYear } from '#server/assessments/branch-log-reads.ts';
import type { Tx } from '#server/platform/database.ts';
import { sql } from '#server/platform/sql.ts';
import { adoptedSchemes, schemeOn } from '#server/schemes/scheme-reads.ts';
import { sheetsWhere } from './sheet-reads.ts';

type Draw = FactState<'draw'>;

export interface IssuedCircular {
  readonly nth: number;
  readonly on: CivilDate;
  readonly by: string;
  readonly reason: string;
  readonly day: CivilDate;
  readonly seq: number;
  readonly content: CircularContent;
}

/** What was issued for the quarter of a draw, the revisions last. */
export const issuedCirculars = (tx: Tx, draw: string): Promise<IssuedCircular[]> => tx.many<IssuedCircular>(sql`
  SELECT c.number AS nth, c.issued_on AS "on", coalesce(p.name, a.user_name) AS by, c.reason, c.day, c.as_of_seq AS seq, c.content
  FROM quarter_circular c LEFT JOIN person p ON p.id = c.person_id LEFT JOIN account a ON a.id = c.account_id WHERE c.draw_id = ${draw} ORDER BY c.number`);

/** By what the branches of a quarter are scored. @throws NothingToDraw */
export async function indicatorsOf(tx: Tx, { window }: Pick<Draw, 'window'>): Promise<PointsPart> {
  const indicators = (await schemeOn(tx, `${yearOf(window)}-12-31`))?.indicators ?? null;
  if (indicators === null) throw refuseSpotCheck('NothingToDraw', {});
  return indicators;
}

/** A circular speaks of the end of its quarter, or of today while that lasts. */
export function dayOfCircular({ window }: Pick<Draw, 'window'>, today: CivilDate): CivilDate {
  const end = lastDayOf(window);
  return end < today ? end : today;
}

/** What the confirmed sheets of a draw found. */
export async function foundBySheets(tx: Tx, draw: string): Promise<FoundBySheet[]> {
  const sheets = (await sheetsWhere(tx, sql`s.draw_id = ${draw}`)).filter(({ state }) => isConfirmedSheet(state));
  return sheets.map(({ state, problems, open }) => ({ organisation: state.organisation, items: state.items, problems, open }));
}

/** What the board has of some branches: of today, and of the end of the quarter before; null of any other day, which nobody works out while somebody waits. */
export async function marksOfBoard(tx: Tx, branches: readonly string[], year: number, { day, today }: { readonly day: CivilDate; readonly today: CivilDate }): Promise<Mark[] | null> {
  const column = day === today ? sql`value` : day === quarterBefore(year, today) ? sql`quarter_value` : null;
  return column === null ? null : tx.many<Mark>(sql`
    SELECT organisation_id AS organisation, aspect, ${column} AS value FROM branch_year WHERE year = ${year} AND organisation_id = ANY(${[...branches]}::uuid[])`);
}

/** The same worked out from the facts, as the log knew them at an entry; other requests are answered between two branches. */
export async function marksFromFacts(tx: Tx, branches: readonly string[], year: number, { seq, day }: { readonly seq: number; readonly day: CivilDate }): Promise<Mark[]> {
  const reading = read({ schemes: await adoptedSchemes(tx), log: await logOfBranchesYear(tx, branches, year), upTo: { seq, date: day } });
  const tree = reading.book.forWindow(String(year))?.scheme.indicators ?? null;
  const marks: Mark[] = [];
  for (const organisation of tree === null ? [] : branches) {
    const grounds = explain(reading, branch(organisation), year);
    if (!grounds || !tree) continue;
    marks.push({ organisation, aspect: '', value: grounds.value }, ...scoredAspects(grounds, tree, false).map(({ id, value }) => ({ organisation, aspect: id, value })));
    await setImmediate();
  }
  return marks;
}
