import type { FactLeaf, Grounds } from '#domain/engine/evaluation.ts';
import { factLabels } from '#domain/facts/labels.ts';
import { builtInRegisters, openingBalances } from '#domain/schemes/built-in-registers.ts';
import type { AdoptedScheme } from '#domain/schemes/scheme.ts';
import type { Words } from '#domain/words/words.ts';
import { sourcesOf } from '#server/activities/grid/grid-batch-reads.ts';
import type { Tx } from '#server/platform/database.ts';
import { sql } from '#server/platform/sql.ts';
import { namesOf } from './points-reads.ts';

/** Words for every id in a tree: who recorded, confirmed or is counted, activities, registers, reasons, what stands behind an excuse, and from which file a fact came. */
export async function groundsNames(tx: Tx, grounds: Grounds, schemes: readonly AdoptedScheme[]): Promise<Record<string, Words>> {
  const leaves = leavesOf(grounds);
  // A duty of each group counts groups where others count people.
  const counted = countedIn(grounds);
  const persons = await namesOf(tx, distinct([...leaves.flatMap((it) => [it.recordedBy, it.confirmedBy]), ...counted]), counted);
  const facts = await kindsOf(tx, distinct(leaves.flatMap((it) => it.because)));
  const sources = await sourcesOf(tx, distinct(leaves.map((it) => it.factId)));
  const spoken = new Set(leaves.flatMap((it) => [...it.activities, it.reason]));
  const words = schemes.flatMap(({ scheme }) => [...scheme.activities, ...scheme.excuses, ...builtInRegisters, openingBalances, ...scheme.registers]).filter((it) => spoken.has(it.id));
  return {
    ...Object.fromEntries([...words, ...schemes.map((it) => it.scheme)].map((it) => [it.id, it.label])),
    ...Object.fromEntries(Object.entries(persons).map(([id, name]) => [id, { zh: name, en: name }])),
    ...Object.fromEntries(facts.map((it) => [it.id, factLabels[it.kind]])),
    ...Object.fromEntries([...sources].map(([fact, { fileName }]) => [`source ${fact}`, { zh: `补录·来源 Excel：${fileName}`, en: `entered later from Excel: ${fileName}` }])),
  };
}

function leavesOf(grounds: Grounds): readonly FactLeaf[] {
  return [...(grounds.how.kind === 'fact' ? [grounds.how.fact] : []), ...grounds.children.flatMap(leavesOf)];
}

function countedIn({ how, children }: Grounds): readonly string[] {
  return [...(how.kind === 'counted' ? how.persons : []), ...children.flatMap(countedIn)];
}

const distinct = (ids: readonly (string | null)[]): readonly string[] => [...new Set(ids.filter((it) => it !== null))];

const kindsOf = (tx: Tx, facts: readonly string[]): Promise<{ id: string; kind: keyof typeof factLabels }[]> =>
  tx.many(sql`SELECT fact_id AS id, kind FROM fact WHERE fact_id = ANY(${[...facts]}::uuid[])`);
