import type { z } from 'zod';
import { demandOrHide, scopesOf } from '#domain/access/policy.ts';
import { type CivilDate, yearOf } from '#domain/calendar/civil-date.ts';
import { type Band, bandsOf } from '#domain/engine/proposals.ts';
import { read, type Reading } from '#domain/engine/reading.ts';
import { schemeBook } from '#domain/engine/scheme-book.ts';
import { member } from '#domain/engine/subject.ts';
import { pointsOf } from '#domain/engine/subject-points.ts';
import { totalOf } from '#domain/engine/totals.ts';
import type { CareBands, CareMember, readCareBands as contract, readCareScopes as scopes } from '#domain/points/care-contract.ts';
import { formatHundredths, type Hundredths } from '#domain/points/hundredths.ts';
import type { Proposal } from '#domain/schemes/format/result-shape.ts';
import type { Words } from '#domain/words/words.ts';
import { lineage, subtree } from '#server/orgs/organisation-reads.ts';
import type { Call } from '#server/platform/call.ts';
import { sql } from '#server/platform/sql.ts';
import { adoptedSchemes } from '#server/schemes/scheme-reads.ts';
import { logInPortions } from './log-in-portions.ts';
import { branchesAmong, membersAt, namesOf } from './points-reads.ts';

/**
 * 关怀分段: which members of a branch meet a threshold of the scheme now, for those to whom it proposes something (书记、党务办).
 * By number, so that nobody is ranked (D-61). @throws NotFound
 */
export async function readCareBands(call: Call, { organisation }: z.output<typeof contract.input>): Promise<CareBands> {
  const { tx, actor, today } = call;
  demandOrHide(actor, 'confirmSessions', await lineage(tx, organisation, today));
  const year = yearOf(today);
  const schemes = await adoptedSchemes(tx);
  const members = await membersAt(tx, await subtree(tx, [organisation], today), today);
  const judged = new Map<string, Judged>();
  for await (const { persons, log } of logInPortions(tx, members, year, 'all')) {
    const reading = read({ schemes, log, upTo: { seq: Number.MAX_SAFE_INTEGER, date: today } });
    for (const person of persons) judged.set(person, judgedIn(reading, person, year));
  }
  const found = members.flatMap((it) => {
    const about = judged.get(it.id);
    return about ? [{ ...it, ...about }] : [];
  });
  const proposals = (schemeBook(schemes).forWindow(String(year))?.scheme.proposals ?? []).filter(({ of }) => of !== undefined);
  const bands: CareBands['bands'] = [];
  for (const proposal of proposals) {
    const those = found.filter((it) => it.bands.some((band) => isOf(band, proposal)));
    const followed = await followedOf(call, proposal, those.map(({ id }) => id), year);
    bands.push({
      band: proposal.id, label: proposal.label, clause: proposal.clause, condition: conditionWords(proposal), enteredIn: proposal.enteredIn ?? null, as: proposal.as ?? null,
      members: those.map(({ id, name, number, total }): CareMember => ({ person: { id, name, number }, total, followed: followed.get(id) ?? null })),
    });
  }
  const name = (await namesOf(tx, [], [organisation]))[organisation] ?? '';
  return { organisation: { id: organisation, name }, year, day: today, bands, others: found.filter((it) => it.bands.length === 0).length };
}

interface Judged {
  readonly bands: readonly Band[];
  readonly total: Hundredths | null;
}

function judgedIn(reading: Reading, person: string, year: number): Judged {
  const points = pointsOf(reading, member(person));
  return { bands: bandsOf(reading, points, year), total: totalOf(reading, points, year)?.total ?? null };
}

const isOf = ({ proposal: { id } }: Band, proposal: Proposal): boolean => id === proposal.id;

/** The last day of the year on which the register of a proposal names somebody in its part. */
async function followedOf({ tx }: Call, { enteredIn, as }: Proposal, persons: readonly string[], year: number): Promise<ReadonlyMap<string, CivilDate>> {
  if (enteredIn === undefined) return new Map();
  const rows = await tx.many<{ person: string; day: CivilDate }>(sql`
    SELECT named.person_id AS person, max(r.from_day) AS day FROM record r JOIN record_person named ON named.fact_id = r.fact_id
    WHERE r.register = ${enteredIn} AND named.person_id = ANY(${[...persons]}::uuid[]) AND r.from_day BETWEEN ${`${year}-01-01`} AND ${`${year}-12-31`}
      AND (${as ?? null}::text IS NULL OR named.part = ${as ?? null}) GROUP BY named.person_id`);
  return new Map(rows.map(({ person, day }) => [person, day]));
}

function conditionWords({ below, from, running = 1 }: Proposal): Words {
  const often = running > 1 ? { zh: `连续 ${running} 期`, en: ` for ${running} windows running` } : { zh: '', en: '' };
  if (below !== undefined && from !== undefined) return { zh: `${often.zh}${formatHundredths(from)} 至 ${formatHundredths(below)} 分`, en: `${formatHundredths(from)} to ${formatHundredths(below)}${often.en}` };
  return below !== undefined ? { zh: `${often.zh}低于 ${formatHundredths(below)} 分`, en: `below ${formatHundredths(below)}${often.en}` } : { zh: `${often.zh}达到 ${formatHundredths(from ?? 0)} 分`, en: `at least ${formatHundredths(from ?? 0)}${often.en}` };
}

/** The branches for which one may ask. */
export async function readCareScopes({ tx, actor, today }: Call): Promise<z.output<typeof scopes.output>> {
  return { items: await branchesAmong(tx, await subtree(tx, scopesOf(actor, 'confirmSessions'), today)) };
}
