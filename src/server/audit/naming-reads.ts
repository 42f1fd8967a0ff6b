import { factLabels } from '#domain/facts/labels.ts';
import type { FactKind } from '#domain/facts/contract.ts';
import type { Naming } from '#domain/facts/said-difference.ts';
import type { Words } from '#domain/words/words.ts';
import type { Tx } from '#server/platform/database.ts';
import { sql } from '#server/platform/sql.ts';
import { adoptedSchemes } from '#server/schemes/scheme-reads.ts';

const ID = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g;

/** What the ids and the words of the scheme in some versions are called, in three statements however many they are. */
export async function namingOf(tx: Tx, values: unknown): Promise<Naming> {
  const ids = [...new Set(JSON.stringify(values ?? null).match(ID))];
  const rows = ids.length === 0 ? [] : await tx.many<{ id: string; name: string }>(sql`
    SELECT id, name FROM person WHERE id = ANY(${ids}::uuid[]) AND name <> ''
    UNION ALL SELECT id, short_name FROM organisation WHERE id = ANY(${ids}::uuid[])`);
  const facts = ids.length === 0 ? [] : await tx.many<{ id: string; kind: FactKind; day: string }>(sql`SELECT fact_id AS id, kind, day FROM fact WHERE fact_id = ANY(${ids}::uuid[])`);
  const names = new Map<string, Words>([
    ...facts.map(({ id, kind, day }) => [id, { zh: `${factLabels[kind].zh} ${day}`, en: `${factLabels[kind].en} ${day}` }] as const),
    ...rows.map(({ id, name }) => [id, { zh: name, en: name }] as const),
  ]);
  const words = new Map<string, Words>();
  for (const { scheme } of await adoptedSchemes(tx)) labelsIn(scheme, words);
  return (id) => names.get(id) ?? words.get(id);
}

/** Whatever has an id and a label in a scheme; the newest scheme says it last. */
function labelsIn(value: unknown, words: Map<string, Words>): void {
  if (typeof value !== 'object' || value === null) return;
  if ('id' in value && 'label' in value && typeof value.id === 'string' && isWords(value.label)) words.set(value.id, value.label);
  for (const inner of Object.values(value)) labelsIn(inner, words);
}

const isWords = (it: unknown): it is Words => typeof it === 'object' && it !== null && 'zh' in it && 'en' in it;
