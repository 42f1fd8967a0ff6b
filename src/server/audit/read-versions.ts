import { may } from '#domain/access/policy.ts';
import { type Reader, readableState } from '#domain/audit/readable-state.ts';
import { hiddenValues } from '#domain/audit/version-sight.ts';
import type { FactVersion, FactVersions } from '#domain/audit/versions-contract.ts';
import { refuse } from '#domain/contracts/common-refusals.ts';
import { type Difference, differences } from '#domain/facts/differences.ts';
import type { LogEntry } from '#domain/facts/fact.ts';
import { factLabels } from '#domain/facts/labels.ts';
import { type Naming, outerField, sayDifference } from '#domain/facts/said-difference.ts';
import { textsOf, versionsOf } from '#server/facts/fact-reads.ts';
import type { FactText } from '#server/facts/fact-text.ts';
import { lineage } from '#server/orgs/organisation-reads.ts';
import type { Call } from '#server/platform/call.ts';
import type { Tx } from '#server/platform/database.ts';
import { sql } from '#server/platform/sql.ts';
import { adoptedSchemes } from '#server/schemes/scheme-reads.ts';
import { type RoomSights, sightOf } from './fact-sight.ts';
import { namingOf } from './naming-reads.ts';
import { reasonIn, reasonKey } from './reason-of-version.ts';

interface Known {
  readonly entry: LogEntry;
  readonly state: unknown;
  readonly text: FactText | null;
}

/**
 * 修改前后 of one fact, from the log and the text beside it: to whoever may see the fact, what it said; to whoever reads the
 * trail, in which fields it changed. Whoever may do neither is told that there is none. @throws NotFound
 */
export async function readVersions(call: Call, input: { fact: string }, rooms: RoomSights): Promise<FactVersions> {
  const { tx } = call;
  const entries = await versionsOf(tx, input.fact);
  const last = entries.at(-1);
  const sight = last ? await sightOf(call, last, rooms) : 'nothing';
  if (!last || sight === 'nothing') throw refuse('NotFound', {});
  const textAt = await textsOf(tx, input.fact);
  const reader = await readerOf(call, last);
  const registers = (await adoptedSchemes(tx)).toReversed().flatMap(({ scheme }) => scheme.registers);
  const known = entries.map((entry): Known => ({ entry, state: readableState(entry, reader, registers), text: textAt(entry.version) }));
  const found = known.map((it, at) => differencesOf(it, known[at - 1]));
  const naming = await namingOf(tx, [found, entries.map(({ recordedBy }) => recordedBy)]);
  const confirmed = await confirmationsOf(tx, input.fact);
  const versions = known.map((it, at): FactVersion => {
    const before = known[at - 1];
    const { version, change, recordedBy, recordedOn, standing } = it.entry;
    const shown = (found[at] ?? []).map((one) => sayDifference(it.entry.kind, one, naming));
    return {
      version, on: recordedOn, by: recordedBy === null ? null : naming(recordedBy)?.zh ?? null, waiting: standing === 'proposed' && !confirmed.some((one) => one.version === version),
      change: change === 'amended' && before?.entry.change === 'withdrawn' ? 'restored' : change,
      confirmed: confirmed.filter((one) => one.version === version).map(({ by, on }) => ({ by, on })),
      reason: sight === 'values' && before?.entry.change !== 'withdrawn' ? reasonIn(it.text, before?.text ?? null) : null,
      changes: sight === 'values' ? shown : fieldsOf(it.entry, found[at] ?? [], naming),
    };
  });
  return { fact: input.fact, label: factLabels[last.kind], versions: versions.toReversed(), hidden: sight === 'values' ? null : hiddenValues(last.kind) };
}

async function readerOf({ tx, actor, today }: Call, { kind, state, day }: LogEntry): Promise<Reader> {
  if (kind !== 'session') return { person: actor.person, reasons: true };
  return { person: actor.person, reasons: may(actor, 'readReasons', await lineage(tx, state.organisation, day < today ? day : today)).allowed };
}

/** What a version changed in state and text; the reason that it gives is told apart. */
function differencesOf(it: Known, before: Known | undefined): readonly Difference[] {
  // Restored, it says what it said before it was withdrawn.
  if (before === undefined || it.entry.change === 'withdrawn' || before.entry.change === 'withdrawn') return [];
  const reason = reasonKey(it.text, before.text);
  const texts = (text: FactText | null): unknown => Object.fromEntries(Object.entries(text ?? {}).filter(([key]) => key !== reason));
  return [...differences(before.state, it.state), ...differences(texts(before.text), texts(it.text))];
}

/** Each field once, without what stands in it or whom it is about. */
function fieldsOf({ kind }: LogEntry, found: readonly Difference[], naming: Naming): FactVersion['changes'] {
  const fields = new Map(found.map(({ path }) => outerField(kind, path, naming)).map((field) => [field.zh, field]));
  return [...fields.values()].map((field) => ({ field, before: null, after: null }));
}

const confirmationsOf = (tx: Tx, fact: string): Promise<{ version: number; by: string | null; on: string }[]> => tx.many(sql`
  SELECT c.version, p.name AS by, f.recorded_on AS "on" FROM confirmation c JOIN fact f ON f.fact_id = c.fact_id LEFT JOIN person p ON p.id = f.recorded_by
  WHERE c.confirmed_id = ${fact} ORDER BY f.seq DESC`);
