import type { z } from 'zod';
import type { CivilDate, Period } from '#domain/calendar/civil-date.ts';
import { refuse } from '#domain/contracts/common-refusals.ts';
import type { FactState } from '#domain/facts/contract.ts';
import type { amendRegisterEntry as amendContract, recordRegisterEntry as contract } from '#domain/registers/contract.ts';
import { entryAsTyped } from '#domain/registers/entry-as-typed.ts';
import { demandDays, demandPeriod, needsConfirmation } from '#domain/registers/entry-rules.ts';
import { naturalKey } from '#domain/registers/natural-key.ts';
import { refuseRegister } from '#domain/registers/refusals.ts';
import type { Register } from '#domain/schemes/format/register-shape.ts';
import { amendFact, recordFact } from '#server/facts/record-fact.ts';
import { heldOrganisation } from '#server/orgs/organisation-reads.ts';
import type { Call } from '#server/platform/call.ts';
import { sql } from '#server/platform/sql.ts';
import { openingRefusal } from './opening-balance-reads.ts';
import { entryToChange } from './entry-to-change.ts';
import { demandKeeps } from './entering-places.ts';
import { demandBelonging } from './persons-here.ts';
import type { EntryText } from './entry-reads.ts';
import { matterKeyOf, registerOn } from './register-reads.ts';
import { demandEntering } from './register-rights.ts';

type Saved = z.output<typeof contract.output>;
type Fields = Omit<z.output<typeof contract.input>, 'organisation' | 'register'>;

/** One line of a register of an organisation. @throws what {@link checkedEntry} refuses, NotKeptHere */
export async function recordRegisterEntry(call: Call, input: z.output<typeof contract.input>): Promise<Saved> {
  const { organisation, register: id, ...fields } = input;
  const register = await registerOn(call.tx, id, fields.day < call.today ? fields.day : call.today);
  await demandEntering(call, register, organisation, fields.day);
  const place = await heldOrganisation(call.tx, organisation);
  if (!place) throw refuse('NotFound', {});
  demandKeeps(register, place.category);
  const checked = await checkedEntry(call, register, organisation, fields, null);
  const { factId, version } = await recordFact(call, { kind: 'record', ...checked });
  call.audit({ kind: 'record', id: factId, organisation });
  return { entry: factId, version, waiting: checked.standing === 'proposed' };
}

/** Everything of an entry but its register and its place may be amended. @throws what {@link checkedEntry} refuses, OwnEntryChange, FactChanged */
export async function amendRegisterEntry(call: Call, input: z.output<typeof amendContract.input>): Promise<Saved> {
  const { entry: factId, version, ...fields } = input;
  const { register, before } = await entryToChange(call, factId);
  const checked = await checkedEntry(call, register, before.state.organisation, fields, factId);
  const entry = await amendFact(call, { kind: 'record', factId, version, ...checked });
  call.audit({ kind: 'record', id: factId, organisation: before.state.organisation });
  return { entry: factId, version: entry.version, waiting: checked.standing === 'proposed' };
}

export interface CheckedEntry {
  readonly state: FactState<'record'>;
  readonly period: Period;
  readonly text: EntryText & Readonly<Record<string, unknown>>;
  readonly standing: 'counted' | 'proposed';
}

/**
 * What the fields come to, or why not. The organisation is locked, so two who enter the same at the same moment find
 * each other.
 * @throws EntryIncomplete with the places, PersonNotHere, DayInFuture, YearClosed, EntryEndsBefore, PeriodNeedsReason, PeriodTooFar, EntryThere
 */
export async function checkedEntry(call: Call, register: Register, organisation: string, fields: Fields, except: string | null): Promise<CheckedEntry> {
  const { state, period, text, places } = entryAsTyped(register, organisation, fields, matterKeyOf);
  if (places.length > 0) throw refuseRegister('EntryIncomplete', {}, places);
  demandDays(register, state, call.today);
  demandPeriod(state.day, period, fields.reason);
  await demandBelonging(call, state);
  await demandNew(call, register, state, period, except);
  const refused = await openingRefusal(call, state);
  if (refused) throw refused;
  return { state, period, text: { ...text }, standing: needsConfirmation(register, state, call.actor.person) ? 'proposed' : 'counted' };
}

/** @throws EntryThere */
export async function demandNew({ tx }: Call, register: Register, state: FactState<'record'>, period: Period, except: string | null): Promise<void> {
  await tx.many(sql`SELECT id FROM organisation WHERE id = ${state.organisation} FOR NO KEY UPDATE`);
  const key = naturalKey(register, state, period);
  const others = await tx.many<{ state: FactState<'record'>; period: Period; day: CivilDate; by: string | null }>(sql`
    SELECT f.state, f.period, f.day, p.name AS by FROM record r JOIN fact f ON f.fact_id = r.fact_id LEFT JOIN person p ON p.id = f.recorded_by
    WHERE r.register = ${register.id} AND r.organisation_id = ${state.organisation} AND r.fact_id IS DISTINCT FROM ${except}::uuid`);
  const same = others.find((it) => naturalKey(register, it.state, it.period) === key);
  if (same) throw refuseRegister('EntryThere', { day: same.day, by: same.by });
}
