import { lastOfMonth, yearOf } from '#domain/calendar/civil-date.ts';
import { evaluate } from '#domain/engine/evaluate.ts';
import type { Grounds } from '#domain/engine/evaluation.ts';
import { explain } from '#domain/engine/explain.ts';
import { read } from '#domain/engine/reading.ts';
import type { SchemeVersion } from '#domain/engine/scheme-book.ts';
import { branch, member } from '#domain/engine/subject.ts';
import type { LogEntry } from '#domain/facts/fact.ts';
import type { Objection } from '#domain/objections/objection-rules.ts';
import type { Words } from '#domain/words/words.ts';
import { logOfBranchYear } from '#server/assessments/branch-log-reads.ts';
import type { Call } from '#server/platform/call.ts';
import { logConcerning } from '#server/points/log-reads.ts';
import { adoptedSchemes } from '#server/schemes/scheme-reads.ts';

export interface DisputedNumber {
  readonly label: Words;
  readonly value: number | null;
  readonly grounds: Grounds | null;
  readonly version: SchemeVersion | null;
}

/**
 * The number that an objection is about: the member's points of the year, or of a branch the item or its whole year, as far
 * as the year has come.
 * @param also entries as if they stood at the end of the log.
 */
export async function disputedNumber(call: Call, { about, subject, period }: Objection, also: readonly LogEntry[] = []): Promise<DisputedNumber> {
  const { tx, today } = call;
  if (about.kind === 'listing') return { label: { zh: '公示人选', en: 'Somebody on a notice' }, value: null, grounds: null, version: null };
  const year = yearOf(period);
  const date = today < lastOfMonth(`${year}-12`) ? today : lastOfMonth(`${year}-12`);
  const upTo = { seq: Number.MAX_SAFE_INTEGER, date };
  const schemes = await adoptedSchemes(tx);
  if (subject.kind === 'person') {
    const log = [...(await logConcerning(tx, [subject.id], `${year - 1}-12-01`, `${year + 1}-03-31`, 'all')), ...also];
    const { totals, reading } = evaluate({ schemes, log, upTo, only: [subject.id] });
    return {
      label: { zh: `${year} 年积分`, en: `Points of ${year}` }, value: totals.find((it) => it.year === year)?.total ?? null,
      grounds: explain(reading, member(subject.id), year), version: reading.book.forWindow(String(year)),
    };
  }
  const log = [...(await logOfBranchYear(tx, subject.id, year)), ...also];
  const reading = read({ schemes, log, upTo });
  const grounds = explain(reading, branch(subject.id), year);
  const found = grounds === null || about.kind !== 'item' ? grounds : nodeIn(grounds, about.item);
  return { label: found?.label ?? { zh: `${year} 年得分`, en: `Score of ${year}` }, value: found?.value ?? null, grounds: found, version: reading.book.forWindow(String(year)) };
}

function nodeIn(grounds: Grounds, id: string): Grounds | null {
  if (grounds.id === id) return grounds;
  for (const child of grounds.children) {
    const found = nodeIn(child, id);
    if (found) return found;
  }
  return null;
}

/** The facts on which the mark of an item rests, each once. */
export async function factsOfItem(call: Call, organisation: string, year: number, item: string): Promise<string[]> {
  const { tx, today } = call;
  const upTo = { seq: Number.MAX_SAFE_INTEGER, date: today };
  const reading = read({ schemes: await adoptedSchemes(tx), log: await logOfBranchYear(tx, organisation, year), upTo });
  const grounds = explain(reading, branch(organisation), year);
  const node = grounds && nodeIn(grounds, item);
  return node ? [...new Set(leavesOf(node))] : [];
}

const leavesOf = ({ how, children }: Grounds): string[] => [...(how.kind === 'fact' ? [how.fact.factId] : []), ...children.flatMap(leavesOf)];
