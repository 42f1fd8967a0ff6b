import type { z } from 'zod';
import { demandOrHide, may, scopesOf } from '#domain/access/policy.ts';
import { countUnder, inTree, type Labelled, labelledIn } from '#domain/assessments/labelled.ts';
import type { LabelledFact, Labels, readLabelledFacts as factsContract, readLabels as contract } from '#domain/assessments/labels-contract.ts';
import { yearOf } from '#domain/calendar/civil-date.ts';
import { refuse } from '#domain/contracts/common-refusals.ts';
import { isEntry } from '#domain/engine/entry.ts';
import { happeningWords } from '#domain/engine/grounds-leaf.ts';
import { type Reading, read } from '#domain/engine/reading.ts';
import { isBranch } from '#domain/orgs/categories.ts';
import { readingActs } from '#domain/registers/keeping.ts';
import { organisationsIn } from '#server/boards/board-reads.ts';
import { lineage, subtree } from '#server/orgs/organisation-reads.ts';
import type { Call } from '#server/platform/call.ts';
import { lastSeq, namesOf } from '#server/points/points-reads.ts';
import { adoptedSchemes } from '#server/schemes/scheme-reads.ts';
import { logOfLabels } from './label-log-reads.ts';

const PAGE = 50;

/** The labels of the frame with how many facts stand under each: counts of what was done, which move no mark. */
export async function readLabels(call: Call, input: z.output<typeof contract.input>): Promise<Labels> {
  const { tx, actor, today } = call;
  const asOf = { seq: await lastSeq(tx), day: today };
  const { year, reading, all } = await labelledFor(call, input);
  const framework = reading.book.forWindow(String(year))?.scheme.framework ?? [];
  const places = await organisationsIn(tx, scopesOf(actor, 'readScores'), today.slice(0, 7));
  return {
    year, asOf, total: all.length,
    choices: places.filter(({ category }) => isBranch(category)).map(({ id, name }) => ({ id, name })),
    items: inTree(framework).map(({ id, label, depth }) => ({ id, label, depth, count: countUnder(all, id) })),
  };
}

/** The facts under one label, the latest first; of a register that is closed to the reader, only that there is an entry. */
export async function readLabelledFacts(call: Call, input: z.output<typeof factsContract.input>): Promise<z.output<typeof factsContract.output>> {
  const { reading, all } = await labelledFor(call, input);
  const under = all.filter(({ labels }) => labels.has(input.label)).toReversed();
  const first = ((input.page ?? 1) - 1) * PAGE;
  const shown = under.slice(first, first + PAGE);
  const names = await namesOf(call.tx, [], [...new Set(shown.map(placeOf))]);
  const items: LabelledFact[] = [];
  for (const one of shown) items.push(await lineOf(call, reading, one, names));
  return { items, total: under.length, pageSize: PAGE };
}

/** @throws NotFound for whom there is nothing to count, or nothing in the organisation that was asked for. */
async function labelledFor({ tx, actor, today }: Call, input: { readonly year?: number | undefined; readonly organisation?: string | undefined }) {
  const year = input.year ?? yearOf(today);
  const scopes = scopesOf(actor, 'readScores');
  if (scopes.length === 0) throw refuse('NotFound', {});
  if (input.organisation !== undefined) demandOrHide(actor, 'readScores', await lineage(tx, input.organisation, today));
  const below = await subtree(tx, input.organisation === undefined ? scopes : [input.organisation], today);
  const reading = read({ schemes: await adoptedSchemes(tx), log: await logOfLabels(tx, below, year), upTo: { seq: Number.MAX_SAFE_INTEGER, date: today } });
  return { year, reading, all: labelledIn(reading, new Set(below), year) };
}

const placeOf = ({ happening }: Labelled): string => (isEntry(happening) ? happening.organisation ?? '' : happening.state.organisation);

async function lineOf({ tx, actor, today }: Call, reading: Reading, labelled: Labelled, names: Readonly<Record<string, string>>): Promise<LabelledFact> {
  const { happening } = labelled;
  const organisation = placeOf(labelled);
  const register = isEntry(happening) ? reading.book.on(happening.day)?.registers.get(happening.register) : undefined;
  const above = register === undefined ? [] : await lineage(tx, organisation, happening.day < today ? happening.day : today);
  const withheld = register !== undefined && (register.privacy ?? 'open') !== 'open' && !readingActs(register).some((act) => may(actor, act, above).allowed);
  return {
    fact: happening.factId, kind: happening.kind, day: happening.day, organisation: { id: organisation, name: names[organisation] ?? '' }, withheld,
    what: withheld ? register.label : happeningWords(reading, happening),
  };
}
