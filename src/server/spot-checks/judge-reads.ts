import { acts } from '#domain/access/acts.ts';
import type { CivilDate } from '#domain/calendar/civil-date.ts';
import { refuseSpotCheck } from '#domain/spot-checks/refusals.ts';
import type { JudgeCandidate } from '#domain/spot-checks/sheet-contract.ts';
import { personCards, type PersonCard } from '#server/activities/name-reads.ts';
import { homeOf, lineage } from '#server/orgs/organisation-reads.ts';
import type { Tx } from '#server/platform/database.ts';
import { sql } from '#server/platform/sql.ts';

type Interest = NonNullable<JudgeCandidate['interest']>;

/** Whoever holds on a day a role by which sheets of a branch are filled in, in the order of names' numbers. */
async function holdersOn(tx: Tx, organisation: string, day: CivilDate): Promise<PersonCard[]> {
  const above = await lineage(tx, organisation, day);
  return tx.many<PersonCard>(sql`
    SELECT DISTINCT p.id, p.name, p.number FROM role_grant g JOIN account a ON a.id = g.account_id JOIN person p ON p.id = a.person_id
    WHERE g.role = ANY(${[...acts.markSheets.roles]}) AND g.organisation_id = ANY(${[...above]}::uuid[]) AND g.ended_at IS NULL AND a.closed_at IS NULL
      AND g.from_day <= ${day} AND (g.to_day IS NULL OR g.to_day >= ${day}) ORDER BY p.number`);
}

/** Why a person does not check a branch on a day (回避): he belongs to it, it is his 联系点, or he has said so. */
export async function interestOf(tx: Tx, person: string, organisation: string, day: CivilDate): Promise<Interest | null> {
  const home = await homeOf(tx, person, day);
  if (home && (await lineage(tx, home.organisation, day)).includes(organisation)) return 'home';
  const recusal = await tx.one<{ because: 'contact' | 'declared' }>(sql`
    SELECT because FROM recusal WHERE person_id = ${person} AND organisation_id = ${organisation} AND from_day <= ${day} AND (to_day IS NULL OR to_day >= ${day})
    ORDER BY because LIMIT 1`);
  return recusal?.because ?? null;
}

/** Who may be chosen for a branch, with why somebody may not. */
export async function judgeCandidates(tx: Tx, organisation: string, day: CivilDate): Promise<JudgeCandidate[]> {
  const candidates: JudgeCandidate[] = [];
  for (const card of await holdersOn(tx, organisation, day)) candidates.push({ ...card, interest: await interestOf(tx, card.id, organisation, day) });
  return candidates;
}

/** @throws JudgesAlike, JudgeWithoutRole, InterestedJudge */
export async function demandJudges(tx: Tx, judges: readonly string[], organisation: string, day: CivilDate): Promise<void> {
  if (new Set(judges).size < judges.length) throw refuseSpotCheck('JudgesAlike', {});
  const candidates = new Map((await judgeCandidates(tx, organisation, day)).map((one) => [one.id, one]));
  const cards = await personCards(tx, judges);
  for (const judge of judges) {
    const found = candidates.get(judge);
    const name = cards.get(judge)?.name ?? '';
    if (!found) throw refuseSpotCheck('JudgeWithoutRole', { name });
    if (found.interest !== null) throw refuseSpotCheck('InterestedJudge', { name, because: found.interest });
  }
}
