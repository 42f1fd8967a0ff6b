import type { Particulars } from '#domain/imports/roster-ground.ts';
import { refuseSheet } from '#domain/imports/sheet-refusals.ts';
import type { RowPlan } from '#domain/imports/roster-plan.ts';
import { nameKey } from '#server/facts/name-key.ts';
import type { BatchContent, PersonAsWritten } from '#server/facts/import-batches.ts';
import { amendFact, recordFacts, withdrawFact, type AnyNewFact } from '#server/facts/record-fact.ts';
import { particularsToRecord } from '#server/people/particulars-reads.ts';
import type { Call } from '#server/platform/call.ts';
import { newId } from '#server/platform/ids.ts';
import type { Job } from '#server/platform/jobs.ts';
import { sql } from '#server/platform/sql.ts';

const WRITING = { zh: '正在写入', en: 'Writing' };
/** Rows whose facts go into the log with one statement. */
const BATCH = 500;

/** What has been written so far. */
type Written = { readonly [K in keyof BatchContent]: BatchContent[K][number][] };

/**
 * Writes the plan of a file: persons, what ends, what begins. The rows appear together when the transaction ends.
 * @returns what belongs to the batch.
 */
export async function writePlan(call: Call, job: Job, plans: readonly RowPlan[]): Promise<BatchContent> {
  const written: Written = { facts: [], changes: [], people: [] };
  const moving = plans.filter((it) => it.outcome !== 'unchanged');
  for (let at = 0; at < moving.length; at += BATCH) {
    await job.progress(WRITING, at, moving.length);
    await writeBatch(call, moving.slice(at, at + BATCH), written);
  }
  await job.progress(WRITING, moving.length, moving.length);
  return written;
}

async function writeBatch(call: Call, plans: readonly RowPlan[], written: Written): Promise<void> {
  const created = plans.filter((it) => it.outcome === 'created').map((plan) => ({ plan, person: plan.again ?? newId(call.now.getTime()) }));
  await enterPersons(call, created);
  written.people.push(...created.map(({ plan, person }) => ({ person, before: null, after: named(plan, plan.particulars) })));
  await changeParticulars(call, plans.filter((it) => it.outcome === 'changed' && it.particulars !== null), written);
  for (const plan of plans) {
    for (const { kind: _, ...read } of plan.moves.withdraw) written.changes.push(await withdrawFact(call, read));
    for (const change of plan.moves.change) written.changes.push(await amendFact(call, change));
  }
  const personOf = new Map(created.map(({ plan, person }) => [plan, person]));
  const begun = await recordFacts(call, plans.flatMap((plan) => plan.moves.begin.map((it) => beginning(it, personOf.get(plan)))));
  written.facts.push(...begun.map((it) => it.factId));
  await recordParticulars(call, plans.map((it) => it.row.number), written);
}

/** What the rules may know of these persons now. */
async function recordParticulars(call: Call, numbers: readonly string[], written: Written): Promise<void> {
  const rows = await call.tx.many<{ id: string }>(sql`SELECT id FROM person WHERE number = ANY(${[...numbers]})`);
  const { begin, change } = await particularsToRecord(call.tx, rows.map(({ id }) => id));
  written.facts.push(...(await recordFacts(call, begin)).map((it) => it.factId));
  for (const it of change) written.changes.push(await amendFact(call, it));
}

/** A new person's facts get the id that the person has just been given. */
const beginning = (it: RowPlan['moves']['begin'][number], person: string | undefined): AnyNewFact =>
  person === undefined ? it : ({ ...it, state: { ...it.state, person } } as AnyNewFact);

const NOTHING_KNOWN: Particulars = { gender: null, birthDate: null, details: {} };
const named = ({ row }: RowPlan, it: Particulars | null): PersonAsWritten => ({ name: row.name, ...(it ?? NOTHING_KNOWN) });

/** New persons; one whom a batch had entered before it was taken back keeps his row and is written anew. */
async function enterPersons(call: Call, created: readonly { plan: RowPlan; person: string }[]): Promise<void> {
  if (created.length === 0) return;
  const rows = created.map(({ plan: { row, particulars }, person }) => ({ id: person, number: row.number, name: row.name, name_key: nameKey(row.name, row.number), ...columns(particulars ?? NOTHING_KNOWN) }));
  const entered = await call.tx.run(sql`
    INSERT INTO person (id, number, name, name_key, gender, birth_date, details)
    SELECT id, number, name, name_key, gender, birth_date, coalesce(details, '{}')
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS new(id uuid, number text, name text, name_key text, gender text, birth_date date, details jsonb)
    ON CONFLICT (number) DO UPDATE SET name = excluded.name, name_key = excluded.name_key, gender = excluded.gender, birth_date = excluded.birth_date, details = excluded.details
      WHERE person.id = excluded.id`);
  // Somebody entered one of these numbers since we looked.
  if (entered !== created.length) throw refuseSheet('SheetOvertaken', {});
}

async function changeParticulars(call: Call, plans: readonly RowPlan[], written: Written): Promise<void> {
  if (plans.length === 0) return;
  const before = await call.tx.many<Particulars & { person: string; number: string }>(sql`
    SELECT id AS person, number, gender, birth_date AS "birthDate", details FROM person WHERE number = ANY(${plans.map((it) => it.row.number)})`);
  const byNumber = new Map(before.map(({ number, ...it }) => [number, it]));
  for (const plan of plans) {
    const { person, ...was } = byNumber.get(plan.row.number) ?? { person: '', ...NOTHING_KNOWN };
    written.people.push({ person, before: was, after: named(plan, plan.particulars) });
  }
  const rows = plans.map(({ row, particulars }) => ({ number: row.number, ...columns(particulars ?? NOTHING_KNOWN) }));
  await call.tx.run(sql`
    UPDATE person SET gender = new.gender, birth_date = new.birth_date, details = new.details, changed_at = now()
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS new(number text, gender text, birth_date date, details jsonb)
    WHERE person.number = new.number`);
}

const columns = (it: Particulars): { gender: string | null; birth_date: string | null; details: object } =>
  ({ gender: it.gender, birth_date: it.birthDate, details: it.details });
