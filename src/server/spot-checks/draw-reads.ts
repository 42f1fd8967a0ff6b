import type { FactState } from '#domain/facts/contract.ts';
import type { LogEntry } from '#domain/facts/fact.ts';
import type { DrawCard } from '#domain/spot-checks/draw-contract.ts';
import { personCards } from '#server/activities/name-reads.ts';
import { lastEntries, versionsOfAll } from '#server/facts/fact-reads.ts';
import type { FactText } from '#server/facts/fact-text.ts';
import type { Call } from '#server/platform/call.ts';
import type { Tx } from '#server/platform/database.ts';
import { sql, type Sql } from '#server/platform/sql.ts';
import type { DrawEntry } from './draw-rights.ts';

/** What stands beside the log: the list as it was published, the words, why it was voided. */
export interface DrawText {
  readonly list: string;
  readonly words: readonly string[];
  readonly said: string;
}

export function drawTextOf(text: FactText | null): DrawText {
  const { list, words, said } = text ?? {};
  return {
    list: typeof list === 'string' ? list : '', said: typeof said === 'string' ? said : '',
    words: Array.isArray(words) ? words.filter((it) => typeof it === 'string') : [],
  };
}

/** Draws that meet a condition on `draw` (`d`), the latest quarter first. */
export async function drawsWhere(tx: Tx, condition: Sql): Promise<DrawEntry[]> {
  const entries = await lastEntries(tx, sql`fact_id IN (SELECT d.fact_id FROM draw d WHERE ${condition})`);
  return entries.filter((it) => it.kind === 'draw').toSorted((one, other) => (one.state.window > other.state.window ? -1 : one.state.window < other.state.window ? 1 : other.seq - one.seq));
}

interface NumberedName {
  readonly id: string;
  readonly name: string;
  readonly number: string;
}

export const numberedNames = async (tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, NumberedName>> =>
  new Map((await tx.many<NumberedName>(sql`SELECT id, short_name AS name, number FROM organisation WHERE id = ANY(${[...new Set(ids)]}::uuid[]) ORDER BY number`)).map((it) => [it.id, it]));

/** Draws as lists and pages show them: who typed a word and when, never which one. */
export async function drawCards({ tx, actor }: Call, entries: readonly DrawEntry[]): Promise<DrawCard[]> {
  const ids = entries.map(({ factId }) => factId);
  const versions = (await versionsOfAll(tx, ids)).filter((it) => it.kind === 'draw');
  const texts = await tx.many<{ id: string; text: FactText | null }>(sql`
    SELECT DISTINCT ON (fact_id) fact_id AS id, text FROM fact_text WHERE fact_id = ANY(${ids}::uuid[]) ORDER BY fact_id, version DESC`);
  const people = await personCards(tx, versions.flatMap(({ recordedBy, state }) => [...state.words.map(({ person }) => person), ...(recordedBy === null ? [] : [recordedBy])]));
  const names = await numberedNames(tx, entries.flatMap(({ state }) => [state.organisation, ...state.drawn.map(({ organisation }) => organisation)]));
  const named = (id: string): NumberedName => names.get(id) ?? { id, name: '', number: '' };
  return entries.map(({ factId, version, state }): DrawCard => {
    const own = versions.filter((it) => it.factId === factId);
    const first = own[0];
    const { id, name } = named(state.organisation);
    return {
      draw: factId, version, organisation: { id, name }, window: state.window, stage: state.stage, share: state.share, quarters: state.quarters, listHash: state.listHash,
      publishedOn: first?.recordedOn ?? '', publishedBy: first?.recordedBy ? people.get(first.recordedBy)?.name ?? null : null,
      words: state.words.map(({ person }) => ({ by: people.get(person)?.name ?? '', on: typedOn(own, person), mine: person === actor.person })),
      drawnOn: own.find((it) => it.state.stage === 'drawn')?.recordedOn ?? null,
      drawn: state.drawn.map(({ organisation, because }) => ({ organisation: named(organisation), stratum: stratumOf(state, organisation), because })),
      voided: state.stage === 'void' ? drawTextOf(texts.find((it) => it.id === factId)?.text ?? null).said : '',
    };
  });
}

const typedOn = (versions: readonly Extract<LogEntry, { kind: 'draw' }>[], person: string): string =>
  versions.find(({ state }) => state.words.some((word) => word.person === person))?.recordedOn ?? '';

const stratumOf = ({ list }: FactState<'draw'>, organisation: string) => list.find((one) => one.organisation === organisation)?.stratum ?? 'office';
