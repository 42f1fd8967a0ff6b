import type { z } from 'zod';
import { may } from '#domain/access/policy.ts';
import { addDays, type CivilDate } from '#domain/calendar/civil-date.ts';
import { refuse } from '#domain/contracts/common-refusals.ts';
import { evaluate } from '#domain/engine/evaluate.ts';
import { explain } from '#domain/engine/explain.ts';
import { member } from '#domain/engine/subject.ts';
import type { readTransferSheet as contract, TransferSheetView } from '#domain/evaluations/result-contract.ts';
import { refuseEvaluation } from '#domain/evaluations/refusals.ts';
import { lineage } from '#server/orgs/organisation-reads.ts';
import type { Call } from '#server/platform/call.ts';
import { sql } from '#server/platform/sql.ts';
import { groundsNames } from '#server/points/grounds-name-reads.ts';
import { hashOfGrounds } from '#server/points/known-reads.ts';
import { logConcerning } from '#server/points/log-reads.ts';
import { cardsOf, lastSeq, namesOf } from '#server/points/points-reads.ts';
import { shownGrounds } from '#server/points/shown-grounds-reads.ts';
import { adoptedSchemes } from '#server/schemes/scheme-reads.ts';

interface Move {
  readonly day: CivilDate;
  readonly from: string;
  readonly to: string;
}

/**
 * 积分转移单: what a member's points were on the last day in the branch he left. Points stay with the person (A-7): the
 * entries travel and the base does not start anew, so the sheet hands over nothing but the knowledge of both branches.
 * @throws NotTransferred
 */
export async function readTransferSheet(call: Call, { person, year: asked }: z.output<typeof contract.input>): Promise<TransferSheetView> {
  const { tx, actor, today } = call;
  const year = asked ?? Number(today.slice(0, 4));
  const own = actor.person === person;
  const moves: (Move & { readonly above: readonly string[] })[] = [];
  for (const move of await movesOf(call, person, year)) {
    const above = [...(await lineage(tx, move.from, move.day)), ...(await lineage(tx, move.to, move.day))];
    if (own || may(actor, 'readPoints', above).allowed) moves.push({ ...move, above });
  }
  const [card] = await cardsOf(tx, [person]);
  if (!card || (!own && moves.length === 0 && !(await answersFor(call, person)))) throw refuse('NotFound', {});
  if (moves.length === 0) throw refuseEvaluation('NotTransferred', {});

  const asOf = { seq: await lastSeq(tx), day: today };
  const schemes = await adoptedSchemes(tx);
  const log = await logConcerning(tx, [person], `${year - 1}-12-01`, `${year + 1}-03-31`, 'all');
  const names = await namesOf(tx, [], moves.flatMap(({ from, to }) => [from, to]));
  const transfers = [];
  let scheme: TransferSheetView['scheme'] = null;
  for (const { day, from, to, above } of moves) {
    const { reading, totals } = evaluate({ schemes, log, upTo: { seq: Number.MAX_SAFE_INTEGER, date: addDays(day, -1) }, only: [person] });
    const version = reading.book.forWindow(String(year));
    scheme = version && { label: version.scheme.label, version: version.scheme.version };
    const whole = explain(reading, member(person), year);
    const grounds = whole && !own ? shownGrounds(actor, above, whole, version) : whole;
    transfers.push({
      day, from: { id: from, name: names[from] ?? '' }, to: { id: to, name: names[to] ?? '' },
      total: totals.find((it) => it.year === year)?.total ?? null, full: whole?.full ?? null,
      parts: (whole?.children ?? []).filter(({ how }) => how.kind !== 'limit').map(({ id, label, full, value }) => ({ part: id, label, full, value })),
      grounds, names: grounds ? await groundsNames(tx, grounds, schemes) : {}, groundsHash: hashOfGrounds(whole),
    });
  }
  return { person: card, year, transfers, scheme, asOf };
}

/** One spell at home ended where another began on the next day, in another branch. */
const movesOf = ({ tx, today }: Call, person: string, year: number): Promise<Move[]> => tx.many<Move>(sql`
  SELECT later.from_day AS day, earlier.organisation_id AS "from", later.organisation_id AS "to"
  FROM membership later JOIN membership earlier ON earlier.person_id = later.person_id AND earlier.to_day = later.from_day - 1
  WHERE later.person_id = ${person} AND later.organisation_id <> earlier.organisation_id AND later.stage <> 'none' AND earlier.stage <> 'none'
    AND later.from_day BETWEEN ${`${year}-01-02`} AND ${`${year}-12-31`} AND later.from_day <= ${today} ORDER BY later.from_day`);

async function answersFor({ tx, actor, today }: Call, person: string): Promise<boolean> {
  const home = await tx.one<{ organisation: string }>(sql`
    SELECT organisation_id AS organisation FROM membership WHERE person_id = ${person} AND from_day <= ${today} ORDER BY from_day DESC LIMIT 1`);
  return home !== undefined && may(actor, 'readPoints', await lineage(tx, home.organisation, today)).allowed;
}
