import { type BranchMonth, branchMonth } from '#domain/boards/branch-month.ts';
import type { Database, Tx } from '#server/platform/database.ts';
import { sql } from '#server/platform/sql.ts';
import { monthOfBranch } from './month-of-branch.ts';
import { type BranchPeriod, everyMonth, monthsReached } from './months-reached.ts';

/** Entries whose reach is asked for at a time. */
const ENTRIES = 1000;

/** Works off what is due in a bureau, one month of one branch in one transaction, until nothing is due or `enough` says so. */
export async function projectDue(database: Database, bureau: string, enough: () => boolean = () => false): Promise<void> {
  while (!enough() && await database.withBureau(bureau, {}, projectNext));
}

/** Drops the boards and makes them anew from the facts. */
export async function rebuildBoards(tx: Tx): Promise<void> {
  await goAlone(tx);
  await tx.run(sql`DELETE FROM branch_month`);
  await tx.run(sql`DELETE FROM projection_due`);
  for (const month of await everyMonth(tx)) await project(tx, month);
}

/** False when nothing was due. */
export async function projectNext(tx: Tx): Promise<boolean> {
  await goAlone(tx);
  if (await resolve(tx)) return true;
  const due = await tx.one<BranchPeriod>(sql`
    SELECT organisation_id AS organisation, period FROM projection_due WHERE organisation_id IS NOT NULL ORDER BY seq LIMIT 1`);
  if (!due) return false;
  await project(tx, due);
  await tx.run(sql`DELETE FROM projection_due WHERE organisation_id = ${due.organisation} AND period = ${due.period}`);
  return true;
}

/**
 * Two projectors that count the same month from what each of them sees could leave the older count. Recordings add rows
 * under this lock as before. All that is read afterwards is read later than what is taken as done.
 */
const goAlone = (tx: Tx): Promise<number> => tx.run(sql`LOCK TABLE projection_due IN SHARE UPDATE EXCLUSIVE MODE`);

/** Puts the months that the oldest entries reach in the place of the entries. */
async function resolve(tx: Tx): Promise<boolean> {
  const entries = await tx.many<{ seq: number }>(sql`
    DELETE FROM projection_due WHERE organisation_id IS NULL AND seq IN (
      SELECT seq FROM projection_due WHERE organisation_id IS NULL ORDER BY seq LIMIT ${ENTRIES})
    RETURNING seq`);
  const seqs = entries.map(({ seq }) => seq);
  if (seqs.length === 0) return false;
  const months = await monthsReached(tx, seqs);
  await tx.run(sql`INSERT INTO projection_due (seq, organisation_id, period)
    SELECT ${Math.min(...seqs)}::bigint, organisation, period FROM jsonb_to_recordset(${JSON.stringify(months)}::jsonb) AS month(organisation uuid, period text)`);
  return true;
}

/** Counts a month anew from the facts, never from what the board had: done twice it is done once. */
async function project(tx: Tx, { organisation, period }: BranchPeriod): Promise<void> {
  const { sessions, held } = await monthOfBranch(tx, organisation, period);
  const rows = branchMonth(sessions, held.map(({ session, tally }) => ({ activities: session.state.activities, tally })));
  await tx.run(sql`DELETE FROM branch_month WHERE organisation_id = ${organisation} AND period = ${period} AND NOT activity = ANY(${rows.map(({ activity }) => activity)})`);
  await write(tx, { organisation, period }, rows);
}

const write = (tx: Tx, { organisation, period }: BranchPeriod, rows: readonly BranchMonth[]): Promise<number> =>
  tx.run(sql`
    INSERT INTO branch_month (organisation_id, period, activity, arranged, held, not_held, stopped, to_confirm, late, to_record_from, expected, present, made_up, excused, absent)
    SELECT ${organisation}, ${period}, activity, arranged, held, "notHeld", stopped, "toConfirm", late, "toRecordFrom", expected, present, "madeUp", excused, absent
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS now(activity text, arranged int, held int, "notHeld" int, stopped int, "toConfirm" int,
      late int, "toRecordFrom" text[], expected int, present int, "madeUp" int, excused int, absent int)
    ON CONFLICT (organisation_id, period, activity) DO UPDATE SET arranged = excluded.arranged, held = excluded.held, not_held = excluded.not_held,
      stopped = excluded.stopped, to_confirm = excluded.to_confirm, late = excluded.late, to_record_from = excluded.to_record_from,
      expected = excluded.expected, present = excluded.present, made_up = excluded.made_up, excused = excluded.excused, absent = excluded.absent`);
