import { may, scopesOf } from '#domain/access/policy.ts';
import type { CivilDate } from '#domain/calendar/civil-date.ts';
import { refuse } from '#domain/contracts/common-refusals.ts';
import { closedBy, type Spoken } from '#domain/training/closed-by.ts';
import type { InvitationRow, InvitationStage } from '#domain/training/contract.ts';
import { personCards } from '#server/activities/name-reads.ts';
import { visibleOrganisations } from '#server/activities/visible-organisations-reads.ts';
import { lineage, subtree } from '#server/orgs/organisation-reads.ts';
import type { Call } from '#server/platform/call.ts';
import type { Tx } from '#server/platform/database.ts';
import { sql, type Sql } from '#server/platform/sql.ts';
import { entriesInUse, registerOfUse, titleOf } from '#server/registers/use-reads.ts';

interface Kept {
  readonly invitation: string;
  readonly organisation: string;
  readonly organisationName: string;
  readonly entry: string;
  readonly person: string;
  readonly wished: CivilDate;
  readonly topic: string;
  readonly askedByPerson: string | null;
  readonly askedOn: CivilDate;
  readonly said: Exclude<InvitationStage, 'asked' | 'held'> | null;
  readonly agreed: CivilDate | null;
  readonly reason: string | null;
  readonly answeredBy: string | null;
  readonly answeredOn: CivilDate | null;
}

export interface Invitation extends Kept {
  readonly stage: InvitationStage;
  readonly session: Spoken | null;
}

/** Sessions held that name one of some people as speaker, of some organisations or of all. */
export const sessionsSpokenIn = (tx: Tx, persons: readonly string[], condition: Sql = sql`true`): Promise<Spoken[]> =>
  tx.many<Spoken>(sql`SELECT s.fact_id AS session, s.organisation_id AS organisation, s.day, f.state->'speakers' AS speakers
    FROM session s JOIN fact f ON f.fact_id = s.fact_id
    WHERE s.stage = 'held' AND ${condition} AND EXISTS (SELECT FROM fact_person named WHERE named.fact_id = s.fact_id
      AND named.person_id = ANY(${[...persons]}::uuid[]) AND f.state->'speakers' @> to_jsonb(named.person_id::text)) ORDER BY s.day, s.fact_id`);

/** Invitations that meet a condition on `lecturer_invitation` (`i`), each with where it stands; the latest asked first. */
export async function invitationsWhere({ tx }: Call, condition: Sql): Promise<Invitation[]> {
  const kept = await tx.many<Kept>(sql`
    SELECT i.id AS invitation, i.organisation_id AS organisation, o.short_name AS "organisationName", i.entry_id AS entry, i.person_id AS person, i.day AS wished, i.topic,
      i.asked_by AS "askedByPerson", i.asked_on AS "askedOn", a.stage AS said, a.day AS agreed, a.reason, a.person_id AS "answeredBy", a.answered_on AS "answeredOn"
    FROM lecturer_invitation i JOIN organisation o ON o.id = i.organisation_id
    LEFT JOIN LATERAL (SELECT * FROM invitation_answer said WHERE said.invitation_id = i.id ORDER BY said.number DESC LIMIT 1) AS a ON true
    WHERE ${condition} ORDER BY i.asked_on DESC, i.id DESC`);
  // Which session closes which is told by all that one lecturer promised one branch.
  const accepted = await tx.many<{ invitation: string; organisation: string; person: string; askedOn: CivilDate; agreed: CivilDate }>(sql`
    SELECT i.id AS invitation, i.organisation_id AS organisation, i.person_id AS person, i.asked_on AS "askedOn", a.day AS agreed
    FROM lecturer_invitation i JOIN invitation_answer a ON a.invitation_id = i.id AND a.stage = 'accepted'
    WHERE i.person_id = ANY(${kept.map(({ person }) => person)}::uuid[])
      AND NOT EXISTS (SELECT FROM invitation_answer later WHERE later.invitation_id = i.id AND later.number > a.number)`);
  const sessions = accepted.length === 0 ? [] : await sessionsSpokenIn(tx, [...new Set(accepted.map(({ person }) => person))]);
  const closed = closedBy(accepted, sessions);
  return kept.map((it) => {
    const session = closed.get(it.invitation) ?? null;
    return { ...it, session, stage: session === null ? it.said ?? 'asked' : 'held' };
  });
}

/** Invitations of the branches one may look into, and those to oneself. */
export async function visibleInvitations(call: Call): Promise<Sql> {
  const places = new Set([...(await visibleOrganisations(call)), ...(await officePlaces(call))]);
  return sql`(i.organisation_id = ANY(${[...places]}::uuid[]) OR i.person_id = ${call.actor.person})`;
}

const officePlaces = ({ tx, actor, today }: Call): Promise<readonly string[]> => subtree(tx, scopesOf(actor, 'enterOfficeRegisters'), today);

/** One invitation that the actor may know of, with how he stands to it. @throws NotFound */
export async function demandInvitation(call: Call, invitation: string): Promise<{ invitation: Invitation; above: readonly string[] }> {
  const [found] = await invitationsWhere(call, sql`i.id = ${invitation} AND ${await visibleInvitations(call)}`);
  if (found === undefined) throw refuse('NotFound', {});
  // Two who say something to it at the same moment: the second sees the first.
  await call.tx.many(sql`SELECT id FROM organisation WHERE id = ${found.organisation} FOR NO KEY UPDATE`);
  const [now = found] = await invitationsWhere(call, sql`i.id = ${invitation}`);
  return { invitation: now, above: await lineage(call.tx, found.organisation, call.today) };
}

/** Invitations as lists show them. */
export async function invitationRows(call: Call, found: readonly Invitation[]): Promise<InvitationRow[]> {
  const { tx, actor, today } = call;
  const cards = await personCards(tx, found.flatMap((it) => [it.person, ...[it.askedByPerson, it.answeredBy].filter((person) => person !== null)]));
  const subjects = await subjectsOf(call);
  const rows: InvitationRow[] = [];
  for (const it of found) {
    const above = await lineage(tx, it.organisation, today);
    const open = it.stage === 'asked' || it.stage === 'accepted';
    rows.push({
      invitation: it.invitation, lecturer: cards.get(it.person) ?? { id: it.person, name: '', number: '' }, subject: subjects.get(it.entry) ?? '',
      organisation: { id: it.organisation, name: it.organisationName }, topic: it.topic, wished: it.wished, agreed: it.agreed, stage: it.stage, reason: it.reason ?? '',
      askedBy: nameIn(cards, it.askedByPerson), askedOn: it.askedOn, answeredBy: nameIn(cards, it.answeredBy), answeredOn: it.answeredOn,
      session: it.session === null ? null : { id: it.session.session, day: it.session.day },
      may: {
        answer: it.stage === 'asked' && (it.person === actor.person || may(actor, 'enterOfficeRegisters', above).allowed),
        withdraw: open && may(actor, 'planSessions', above).allowed,
        record: it.stage === 'accepted' && (it.agreed ?? today) <= today && may(actor, 'recordSessions', above).allowed,
      },
    });
  }
  return rows;
}

const nameIn = (cards: ReadonlyMap<string, { readonly name: string }>, person: string | null): string | null => (person === null ? null : cards.get(person)?.name ?? null);

/** The subject of each lecturer's entry. */
async function subjectsOf(call: Call): Promise<ReadonlyMap<string, string>> {
  const register = await registerOfUse(call, 'lecturers');
  return new Map(register === undefined ? [] : (await entriesInUse(call, register)).map((it) => [it.entry, titleOf(register, it)]));
}
