import type { z } from 'zod';
import { may, type Permission } from '#domain/access/policy.ts';
import { refuse } from '#domain/contracts/common-refusals.ts';
import type { EntryPage, readRegisterEntry as contract } from '#domain/registers/contract.ts';
import { confirmingAct, enteringAct } from '#domain/registers/keeping.ts';
import { refuseRegister } from '#domain/registers/refusals.ts';
import { registerCardOf } from '#domain/registers/register-card.ts';
import type { Words } from '#domain/words/words.ts';
import { personCards } from '#server/activities/name-reads.ts';
import { versionsOf } from '#server/facts/fact-reads.ts';
import { batchesWhere } from '#server/facts/import-batches.ts';
import type { Call } from '#server/platform/call.ts';
import { sql } from '#server/platform/sql.ts';
import { type EntryText, entryById, type FoundEntry, rowsOf } from './entry-reads.ts';
import { registerOn } from './register-reads.ts';
import { demandSight, permissionFor } from './register-rights.ts';

/** One entry with what became of it, for whoever may know of it. @throws NotFound */
export async function readRegisterEntry(call: Call, input: z.output<typeof contract.input>): Promise<EntryPage> {
  const { tx, today } = call;
  const found = await entryById(tx, input.entry);
  if (!found) throw refuse('NotFound', {});
  const { state } = found;
  const register = await registerOn(tx, state.register, state.day < today ? state.day : today);
  const above = await demandSight(call, register, state);
  const [row] = await rowsOf(tx, [found], () => register);
  if (!row) throw refuse('NotFound', {});
  const entering = await permissionFor(call, enteringAct(register), above);
  return {
    register: registerCardOf(register), row, withdrawn: found.withdrawn, keeper: may(call.actor, 'enterRegisters', above).allowed, reason: found.text?.reason ?? '',
    source: await sourceOf(call, input.entry, entering.allowed), versions: await versionsIn(call, input.entry), confirmations: await confirmationsIn(call, input.entry),
    may: mayOn(call, found, entering, await permissionFor(call, confirmingAct(register), above)),
  };
}

/** The table with which it came in; null for one that was typed. */
async function sourceOf({ tx }: Call, entry: string, keeps: boolean): Promise<EntryPage['source']> {
  const [batch] = await batchesWhere(tx, sql`b.kind = 'record' AND b.id = (SELECT i.batch_id FROM import_batch_fact i WHERE i.fact_id = ${entry})`, 1);
  return batch ? { on: batch.on, by: batch.by, fileName: keeps ? batch.fileName : null } : null;
}

/** What the page offers, with the sentences that the use cases refuse with. */
function mayOn({ actor }: Call, found: FoundEntry & { withdrawn: boolean }, entering: Permission, confirming: Permission): EntryPage['may'] {
  const named = actor.person !== null && found.state.persons.some(({ person }) => person === actor.person);
  const own = named && !found.waiting ? refuseRegister('OwnEntryChange', {}).refusal.words : null;
  const mine = actor.person === null ? 'ConfirmerUnknown' : named || found.recorder === actor.person ? 'OwnEntry' : null;
  const offer = (permission: Permission, also: Words | null): EntryPage['may']['amend'] => {
    const why = permission.allowed ? also : permission.words;
    return { allowed: why === null && !found.withdrawn, why };
  };
  return {
    amend: offer(entering, own), withdraw: offer(entering, own),
    restore: found.withdrawn ? { ...offer(entering, own), allowed: entering.allowed && own === null } : { allowed: false, why: null },
    confirm: found.waiting ? offer(confirming, mine === null ? null : refuseRegister(mine, {}).refusal.words) : { allowed: false, why: null },
  };
}

async function versionsIn({ tx }: Call, entry: string): Promise<EntryPage['versions']> {
  const versions = await versionsOf(tx, entry);
  const texts = await tx.many<{ version: number; text: EntryText | null }>(sql`SELECT version, text FROM fact_text WHERE fact_id = ${entry}`);
  const cards = await personCards(tx, versions.flatMap(({ recordedBy }) => recordedBy ?? []));
  return versions.map(({ version, change, recordedBy, recordedOn }) => ({
    version, change, by: recordedBy === null ? null : cards.get(recordedBy)?.name ?? null, on: recordedOn,
    reason: texts.find((it) => it.version === version)?.text?.withdrawal ?? '',
  })).toReversed();
}

const confirmationsIn = ({ tx }: Call, entry: string): Promise<EntryPage['confirmations']> =>
  tx.many(sql`SELECT c.version, p.name AS by, f.recorded_on AS "on" FROM confirmation c JOIN fact f ON f.fact_id = c.fact_id LEFT JOIN person p ON p.id = f.recorded_by
    WHERE c.confirmed_id = ${entry} ORDER BY f.seq DESC`);
