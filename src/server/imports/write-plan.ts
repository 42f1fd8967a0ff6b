import type { Particulars } from '#domain/imports/roster-ground.ts';
import { refuseSheet } from '#domain/imports/sheet-refusals.ts';
import type { RowPlan } from '#domain/imports/roster-plan.ts';
import { nameKey } from '#domain/people/name-key.ts';
import { amendFact, recordFacts, withdrawFact, type AnyNewFact } from '#server/facts/record-fact.ts';
import { particularsToRecord } from '#server/people/particulars-reads.ts';
import type { Call } from '#server/platform/call.ts';
import { newId } from '#server/platform/ids.ts';
import type { Job } from '#server/platform/jobs.ts';
import { sql } from '#server/platform/sql.ts';

const WRITING = { zh: '正在写入', en: 'Writing' };
/** Rows whose facts go into the log with one statement. */
const BATCH = 500;

/** Writes the plan of a file: persons, what ends, what begins. The rows appear together when the transaction ends. */
export async function writePlan(call: Call, job: Job, plans: readonly RowPlan[]): Promise<void> {
  const moving = plans.filter((it) => it.outcome !== 'unchanged');
  for (let at = 0; at < moving.length; at += BATCH) {
    await job.progress(WRITING, at, moving.length);
    await writeBatch(call, moving.slice(at, at + BATCH));
  }
  await job.progress(WRITING, moving.length, moving.length);
}

async function writeBatch(call: Call, plans: readonly RowPlan[]): Promise<void> {
  const created = plans.filter((it) => it.outcome === 'created').map((plan) => ({ plan, person: newId(call.now.getTime()) }));
  await enterPersons(call, created);
  await changeParticulars(call, plans.filter((it) => it.outcome === 'changed' && it.particulars !== null));
  for (const plan of plans) {
    for (const { kind: _, ...read } of plan.moves.withdraw) await withdrawFact(call, read);
    for (const change of plan.moves.change) await amendFact(call, change);
  }
  const personOf = new Map(created.map(({ plan, person }) => [plan, person]));
  await recordFacts(call, plans.flatMap((plan) => plan.moves.begin.map((it) => beginning(it, personOf.get(plan)))));
  await recordParticulars(call, plans.map((it) => it.row.number));
}

/** What the rules may know of these persons now. */
async function recordParticulars(call: Call, numbers: readonly string[]): Promise<void> {
  const rows = await call.tx.many<{ id: string }>(sql`SELECT id FROM person WHERE number = ANY(${[...numbers]})`);
  const { begin, change } = await particularsToRecord(call.tx, rows.map(({ id }) => id));
  await recordFacts(call, begin);
  for (const it of change) await amendFact(call, it);
}

/** A new person's facts get the id that the person has just been given. */
const beginning = (it: RowPlan['moves']['begin'][number], person: string | undefined): AnyNewFact =>
  person === undefined ? it : ({ ...it, state: { ...it.state, person } } as AnyNewFact);

async function enterPersons(call: Call, created: readonly { plan: RowPlan; person: string }[]): Promise<void> {
  if (created.length === 0) return;
  const rows = created.map(({ plan: { row, particulars }, person }) => ({ id: person, number: row.number, name: row.name, name_key: nameKey(row.name, row.number), ...columns(particulars) }));
  const entered = await call.tx.run(sql`
    INSERT INTO person (id, number, name, name_key, gender, birth_date, details)
    SELECT id, number, name, name_key, gender, birth_date, coalesce(details, '{}')
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS new(id uuid, number text, name text, name_key text, gender text, birth_date date, details jsonb)
    ON CONFLICT (number) DO NOTHING`);
  // Somebody entered one of these numbers since we looked.
  if (entered !== created.length) throw refuseSheet('SheetOvertaken', {});
}

async function changeParticulars(call: Call, plans: readonly RowPlan[]): Promise<void> {
  if (plans.length === 0) return;
  const rows = plans.map(({ row, particulars }) => ({ number: row.number, ...columns(particulars) }));
  await call.tx.run(sql`
    UPDATE person SET gender = new.gender, birth_date = new.birth_date, details = new.details
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS new(number text, gender text, birth_date date, details jsonb)
    WHERE person.number = new.number`);
}

const columns = (it: Particulars | null): { gender: string | null; birth_date: string | null; details: object } =>
  ({ gender: it?.gender ?? null, birth_date: it?.birthDate ?? null, details: it?.details ?? {} });
