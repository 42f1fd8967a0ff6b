import type { z } from 'zod';
import { demandOrHide } from '#domain/access/policy.ts';
import { refuse } from '#domain/contracts/common-refusals.ts';
import { member } from '#domain/engine/subject.ts';
import { evaluate } from '#domain/engine/evaluate.ts';
import { explain } from '#domain/engine/explain.ts';
import type { PointsOfPerson, readPoints as contract } from '#domain/points/contract.ts';
import { underObjection } from '#server/objections/objection-reads.ts';
import { yearInclusionOf } from '#server/orgs/inclusion-reads.ts';
import { homeOf, lineage } from '#server/orgs/organisation-reads.ts';
import type { PointsPart } from '#domain/schemes/scheme.ts';
import type { Call } from '#server/platform/call.ts';
import { adoptedSchemes } from '#server/schemes/scheme-reads.ts';
import { groundsNames } from './grounds-name-reads.ts';
import { shownGrounds } from './shown-grounds-reads.ts';
import { cardsOf, lastSeq, namesOf } from './points-reads.ts';
import { logOfYears } from './year-reach.ts';

/** One member's points of a year with the whole tree of grounds: his own, or those of people one answers for. */
export async function readPoints(call: Call, input: z.output<typeof contract.input>): Promise<PointsOfPerson> {
  const { tx, actor, today } = call;
  const [card] = await cardsOf(tx, [input.person]);
  const day = input.day !== undefined && input.day < today ? input.day : today;
  const home = await homeOf(tx, input.person, day);
  const above = home ? await lineage(tx, home.organisation, day) : [];
  const own = actor.person === input.person;
  if (!own) demandOrHide(actor, 'readPoints', above);
  if (!card) throw refuse('NotFound', {});

  const year = input.year ?? Number(day.slice(0, 4));
  // The log is read after this and may know of more, never of less: what was amended in between is read in its new state.
  const asOf = { seq: await lastSeq(tx), day };
  const schemes = await adoptedSchemes(tx);
  const log = await logOfYears(tx, [input.person], year, year, 'all');
  const evaluation = evaluate({ schemes, log, upTo: { seq: Number.MAX_SAFE_INTEGER, date: day }, only: [input.person] });
  const total = evaluation.totals.find((it) => it.person === input.person && it.year === year);
  const whole = explain(evaluation.reading, member(input.person), year);
  const grounds = whole && !own ? shownGrounds(actor, above, whole, evaluation.reading.book.forWindow(String(year))) : whole;
  return {
    person: { id: card.id, name: card.name, number: card.number },
    branch: home ? { id: home.organisation, name: (await namesOf(tx, [], [home.organisation]))[home.organisation] ?? '' } : null,
    year, asOf, grounds, inclusion: await yearInclusionOf(tx, above, year),
    total: total?.total ?? null,
    full: grounds?.full ?? null,
    bonus: bonusOf(evaluation.reading.book.forWindow(String(year))?.scheme.points ?? null),
    parts: (grounds?.children ?? []).filter((it) => it.how.kind !== 'limit').map((it) => ({ part: it.id, label: it.label, value: it.value, full: it.full })),
    proposed: total?.proposed ?? 0,
    names: grounds ? await groundsNames(tx, grounds, schemes) : {},
    objected: await underObjection(call, input.person), mayObject: own,
  };
}

/** What stands directly below the total beside its full mark. */
function bonusOf(total: PointsPart | null): number | null {
  const beside = (total?.children ?? []).flatMap((child) => (child.kind === 'part' && child.bonus ? [child.full ?? 0] : []));
  return beside.length === 0 ? null : beside.reduce((sum, full) => sum + full, 0);
}
