import { lexicon } from '#domain/activities/lexicon.ts';
import type { LogEntry } from '#domain/facts/fact.ts';
import { factLabels } from '#domain/facts/labels.ts';
import type { Objection } from '#domain/objections/objection-rules.ts';
import { builtInRegisters } from '#domain/schemes/built-in-registers.ts';
import type { AdoptedScheme, PointsNode, Scheme } from '#domain/schemes/scheme.ts';
import type { Words } from '#domain/words/words.ts';
import { lastEntries } from '#server/facts/fact-reads.ts';
import type { Tx } from '#server/platform/database.ts';
import { sql } from '#server/platform/sql.ts';
import { adoptedSchemes } from '#server/schemes/scheme-reads.ts';

/** '10-19 周一集中学习': what a fact is called where somebody is to recognise it. */
export function factWords(schemes: readonly AdoptedScheme[], entry: LogEntry): Words {
  const { zh, en } = bareWords(schemes, entry);
  return { zh: `${entry.day} ${zh}`, en: `${entry.day} ${en}` };
}

function bareWords(schemes: readonly AdoptedScheme[], entry: LogEntry): Words {
  if (entry.kind === 'session') return joined(lexicon(schemes).activities(entry.state.activities, entry.day).map(({ label }) => label));
  if (entry.kind !== 'record') return factLabels[entry.kind];
  const register = [...builtInRegisters, ...(lexicon(schemes).schemeOn(entry.day)?.registers ?? [])].find(({ id }) => id === entry.state.register);
  return register?.label ?? { zh: entry.state.register, en: entry.state.register };
}

const joined = (labels: readonly Words[]): Words => ({ zh: labels.map(({ zh }) => zh).join('、'), en: labels.map(({ en }) => en).join(', ') });

export const schemeOfYear = (schemes: readonly AdoptedScheme[], year: number): Scheme | null => lexicon(schemes).schemeOn(`${year}-01-01`);

/** The item of a year's indicators, by the version that the year has. */
export function itemOf(schemes: readonly AdoptedScheme[], year: number, item: string): PointsNode | null {
  const tree = schemeOfYear(schemes, year)?.indicators ?? null;
  return tree === null ? null : nodeIn(tree, item);
}

function nodeIn(node: PointsNode, id: string): PointsNode | null {
  if (node.id === id) return node;
  if (node.kind === 'rule') return null;
  for (const child of node.children) {
    const found = nodeIn(child, id);
    if (found) return found;
  }
  return null;
}

/** What each of some objections is about, in words. */
export async function aboutWords(tx: Tx, objections: readonly Objection[]): Promise<(objection: Objection) => Words> {
  const schemes = await adoptedSchemes(tx);
  const disputed = objections.flatMap(({ about }) => (about.kind === 'fact' ? about.fact : []));
  const facts = new Map((await lastEntries(tx, sql`fact_id = ANY(${disputed}::uuid[])`)).map((entry) => [entry.factId, entry]));
  const listings = await listedIn(tx, objections.flatMap(({ about }) => (about.kind === 'listing' ? about : [])));
  return ({ about, matter }) => {
    switch (about.kind) {
      case 'fact': {
        const entry = facts.get(about.fact);
        return entry ? factWords(schemes, entry) : { zh: '记录', en: 'An entry' };
      }
      case 'item': {
        const label = itemOf(schemes, about.year, about.item)?.label ?? { zh: about.item, en: about.item };
        if (matter === 'grade') return { zh: `${about.year} 年度得分和等次`, en: `Score and grade of ${about.year}` };
        return { zh: `${about.year} 年“${label.zh}”得分`, en: `Mark of “${label.en}” in ${about.year}` };
      }
      case 'listing': {
        const found = listings.find((it) => it.selection === about.selection && it.person === about.person);
        return { zh: `“${found?.title ?? ''}”公示人选：${found?.name ?? ''}`, en: `On the notice of “${found?.title ?? ''}”: ${found?.name ?? ''}` };
      }
      case 'missing': return { zh: `${about.period} 漏记的事项`, en: `Something missing in ${about.period}` };
    }
  };
}

interface Listed {
  readonly selection: string;
  readonly person: string;
  readonly title: string;
  readonly name: string;
}

/** Titles of selections and names of those on their notices. */
async function listedIn(tx: Tx, abouts: readonly { readonly selection: string; readonly person: string }[]): Promise<Listed[]> {
  if (abouts.length === 0) return [];
  return tx.many<Listed>(sql`SELECT s.id AS selection, p.id AS person, s.title, p.name FROM award_selection s CROSS JOIN person p
    WHERE s.id = ANY(${abouts.map(({ selection }) => selection)}::uuid[]) AND p.id = ANY(${abouts.map(({ person }) => person)}::uuid[])`);
}
