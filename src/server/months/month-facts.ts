import type { FactLeaf, Grounds } from '#domain/engine/evaluation.ts';
import type { LogEntryOf } from '#domain/facts/fact.ts';
import type { Words } from '#domain/words/words.ts';
import type { Tx } from '#server/platform/database.ts';
import { knownAt } from '#server/points/known-reads.ts';
import { monthReader } from './pinned-points.ts';

/** A fact of the month among the grounds of a statement. */
export interface MonthFact {
  readonly fact: string;
  readonly kind: string;
  readonly day: string;
  readonly label: Words;
}

export function factsAmong(grounds: Grounds | null, period: string): MonthFact[] {
  const found = new Map<string, MonthFact>();
  const look = (node: Grounds): void => {
    if (node.how.kind === 'fact' && node.how.fact.period === period) found.set(node.how.fact.factId, asFact(node.how.fact, node.label));
    node.children.forEach(look);
  };
  if (grounds) look(grounds);
  return [...found.values()].toSorted((left, right) => (left.day < right.day ? -1 : 1));
}

/** A leaf is called by its day and what it was; here the day stands beside it. */
const asFact = ({ factId, kind, day }: FactLeaf, { zh, en }: Words): MonthFact => ({ fact: factId, kind, day, label: { zh: undated(zh), en: undated(en) } });

const undated = (label: string): string => label.replace(/^(?:\d{4}-)?\d\d-\d\d /, '');

/** What a member may object to: whatever his month rests on, as it was pinned. */
export async function factsInMonth(tx: Tx, { state }: LogEntryOf<'statement'>): Promise<MonthFact[]> {
  return factsAmong(monthReader(await knownAt(tx, state.asOfSeq), state.period).of(state.person).grounds, state.period);
}
