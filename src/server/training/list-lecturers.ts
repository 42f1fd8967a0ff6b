import type { z } from 'zod';
import { scopesOf } from '#domain/access/policy.ts';
import { holds } from '#domain/activities/holders.ts';
import { byNumber } from '#domain/orgs/number-order.ts';
import type { LecturerRow, listInvitations as invitationsContract, listLecturers as contract } from '#domain/training/contract.ts';
import { organisationCards, personCards } from '#server/activities/name-reads.ts';
import { visibleOrganisations } from '#server/activities/visible-organisations-reads.ts';
import { homesOf, organisationsOn, subtree } from '#server/orgs/organisation-reads.ts';
import type { Call } from '#server/platform/call.ts';
import { sql } from '#server/platform/sql.ts';
import { demandInside, entriesInUse, registerOfUse, titleOf } from '#server/registers/use-reads.ts';
import { invitationRows, invitationsWhere, sessionsSpokenIn, visibleInvitations } from './invitation-reads.ts';

type Lecturers = z.output<typeof contract.output>;

/** 业务讲师名册 (S0-07): whoever was appointed for a part of the year, with the sessions of the year that name him. */
export async function listLecturers(call: Call, input: z.output<typeof contract.input>): Promise<Lecturers> {
  demandInside(call);
  const year = input.year ?? Number(call.today.slice(0, 4));
  const register = await registerOfUse(call, 'lecturers');
  const inviting = await branchesToInviteFor(call);
  if (register === undefined) return { year, register: null, items: [], inviting };
  const [first, last] = [`${year}-01-01`, `${year}-12-31`];
  const entries = await entriesInUse(call, register, sql`r.from_day <= ${last} AND (r.to_day IS NULL OR r.to_day >= ${first})`);
  const persons = entries.flatMap(({ state }) => state.persons.map(({ person }) => person));
  const cards = await personCards(call.tx, persons);
  const given = await lecturesOf(call, persons, first, last);
  const invited = await call.tx.many<{ person: string; count: number }>(sql`SELECT i.person_id AS person, count(*)::integer AS count FROM lecturer_invitation i
    WHERE i.asked_on BETWEEN ${first} AND ${last} AND ${await visibleInvitations(call)} GROUP BY i.person_id`);
  const homes = await homesOf(call.tx, persons, call.today);
  const branches = new Map((await organisationCards(call.tx, [...homes.values()])).map(({ id, name }) => [id, name]));
  const items = entries.flatMap((it): LecturerRow[] => {
    const card = cards.get(it.state.persons[0]?.person ?? '');
    return card === undefined ? [] : [{
      entry: it.entry, lecturer: card, home: branches.get(homes.get(card.id) ?? '') ?? null, subject: titleOf(register, it), from: it.state.day, until: it.state.until,
      serving: it.state.day <= call.today && (it.state.until ?? call.today) >= call.today,
      given: given.get(card.id) ?? [], invited: invited.find(({ person }) => person === card.id)?.count ?? 0,
    }];
  });
  return { year, register: register.id, items: items.toSorted((left, right) => (left.lecturer.number < right.lecturer.number ? -1 : 1)), inviting };
}

/** Whose branches one plans sessions for. */
async function branchesToInviteFor({ tx, actor, today }: Call): Promise<Lecturers['inviting']> {
  const places = new Set(await subtree(tx, scopesOf(actor, 'planSessions'), today));
  return (await organisationsOn(tx, today)).filter(({ id, category }) => places.has(id) && holds('branch', category)).toSorted(byNumber).map(({ id, shortName }) => ({ id, name: shortName }));
}

async function lecturesOf(call: Call, persons: readonly string[], first: string, last: string): Promise<ReadonlyMap<string, LecturerRow['given']>> {
  const sessions = persons.length === 0 ? [] : await sessionsSpokenIn(call.tx, persons, sql`s.day BETWEEN ${first} AND ${last}`);
  const names = new Map((await organisationCards(call.tx, sessions.map(({ organisation }) => organisation))).map((it) => [it.id, it]));
  const visible = new Set(await visibleOrganisations(call));
  const topics = new Map((await call.tx.many<{ session: string; topic: string }>(sql`
    SELECT DISTINCT ON (t.fact_id) t.fact_id AS session, t.text->>'topic' AS topic FROM fact_text t
    WHERE t.fact_id = ANY(${sessions.map(({ session }) => session)}::uuid[]) AND t.text IS NOT NULL ORDER BY t.fact_id, t.version DESC`)).map((it) => [it.session, it.topic]));
  const given = new Map<string, LecturerRow['given']>();
  for (const { session, organisation, day, speakers } of sessions) {
    const lecture = { session, day, organisation: names.get(organisation) ?? { id: organisation, name: '' }, topic: visible.has(organisation) ? topics.get(session) ?? '' : null };
    for (const person of speakers) if (persons.includes(person)) given.set(person, [...(given.get(person) ?? []), lecture]);
  }
  return given;
}

/** 授课邀请 of a year, those that wait for somebody first. */
export async function listInvitations(call: Call, input: z.output<typeof invitationsContract.input>): Promise<z.output<typeof invitationsContract.output>> {
  demandInside(call);
  const year = input.year ?? Number(call.today.slice(0, 4));
  const found = await invitationsWhere(call, sql`i.asked_on BETWEEN ${`${year}-01-01`} AND ${`${year}-12-31`} AND ${await visibleInvitations(call)}
    AND (${input.organisation ?? null}::uuid IS NULL OR i.organisation_id = ${input.organisation ?? null}) AND (${input.lecturer ?? null}::uuid IS NULL OR i.person_id = ${input.lecturer ?? null})`);
  const waits = ({ stage }: { stage: string }): number => (stage === 'asked' ? 0 : stage === 'accepted' ? 1 : 2);
  return { year, items: await invitationRows(call, found.toSorted((left, right) => waits(left) - waits(right))) };
}
